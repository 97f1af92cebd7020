import type { FailedDelivery, OutsideDeliveryParams } from '@lianban/contracts';
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

const MOST = 200;

/** Messages and to-dos that were given up. */
export class ListFailedDeliveriesQuery extends Query<readonly FailedDelivery[]> {
  constructor(readonly actor: Actor) {
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

  execute({ actor }: ListFailedDeliveriesQuery): Promise<readonly FailedDelivery[]> {
    return this.unitOfWork.readAs(actor, (tx) => this.deliveries.list(tx, actor, MOST));
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
