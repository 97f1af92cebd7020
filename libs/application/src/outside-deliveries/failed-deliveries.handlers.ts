import type {
  FailedDeliveriesRequest,
  FailedDelivery,
  OutsideDeliveryParams,
  Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { conflict } from '@lianban/kernel';
import {
  Command,
  CommandHandler,
  type ICommandHandler,
  type IQueryHandler,
  Query,
  QueryHandler,
} from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { FailedDeliveryStore } from './failed-delivery-store.port.js';

/** Messages and to-dos that were given up. */
export class ListFailedDeliveriesQuery extends Query<Page<FailedDelivery>> {
  constructor(
    readonly actor: Actor,
    readonly page: FailedDeliveriesRequest,
  ) {
    super();
  }
}

export class RetryDeliveryCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly delivery: OutsideDeliveryParams,
  ) {
    super();
  }
}

@QueryHandler(ListFailedDeliveriesQuery)
export class ListFailedDeliveriesHandler implements IQueryHandler<ListFailedDeliveriesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: FailedDeliveryStore,
  ) {}

  execute({ actor, page }: ListFailedDeliveriesQuery): Promise<Page<FailedDelivery>> {
    return this.unitOfWork.readAs(actor, (tx) => this.deliveries.list(tx, actor, page));
  }
}

@CommandHandler(RetryDeliveryCommand)
export class RetryDeliveryHandler implements ICommandHandler<RetryDeliveryCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: FailedDeliveryStore,
  ) {}

  async execute({ actor, delivery }: RetryDeliveryCommand): Promise<void> {
    const isRetried = await this.unitOfWork.withActor(actor, (tx) =>
      this.deliveries.retry(tx, actor, delivery),
    );
    if (!isRetried) throw conflict('NOTICES.NOT_GIVEN_UP', 'This delivery waits for nobody.');
  }
}
