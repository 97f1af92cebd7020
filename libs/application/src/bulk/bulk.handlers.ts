import type { BulkFailureView, BulkOperationView, Page } from '@lianban/contracts';
import { conflict, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { mustAdminister } from '../casework/oversight.js';
import { UnitOfWork } from '../transaction/index.js';
import { BulkStore } from './bulk-store.port.js';
import { bulkView } from './bulk-view.js';
import {
  GetBulkOperationQuery,
  ListBulkFailuresQuery,
  ListBulkOperationsQuery,
  TurnBulkOperationCommand,
} from './bulk.requests.js';

const PAGE = 50;

const TURNS = {
  pause: { from: ['waiting', 'running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['waiting', 'running', 'paused'], to: 'cancelled' },
} as const;

const unknown = (id: string) => missing('BULK.UNKNOWN', 'There is no such operation.', { details: { id } });

@CommandHandler(TurnBulkOperationCommand)
export class TurnBulkOperationHandler implements ICommandHandler<TurnBulkOperationCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BulkStore,
  ) {}

  execute({ actor, id, act }: TurnBulkOperationCommand): Promise<BulkOperationView> {
    mustAdminister(actor);
    return this.unitOfWork.withActor(actor, async (tx) => {
      const { from, to } = TURNS[act];
      const turned = await this.store.turn(tx, actor, id, from, to);
      if (turned) return bulkView(turned);
      const found = await this.store.byId(tx, actor.tenant, id);
      if (!found) throw unknown(id);
      // Said twice: it stands as it was told.
      if (found.state === to) return bulkView(found);
      throw conflict('BULK.NOT_NOW', 'The operation stands elsewhere by now.', {
        details: { state: found.state },
      });
    });
  }
}

@QueryHandler(GetBulkOperationQuery)
export class GetBulkOperationHandler implements IQueryHandler<GetBulkOperationQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BulkStore,
  ) {}

  async execute({ actor, id }: GetBulkOperationQuery): Promise<BulkOperationView> {
    mustAdminister(actor);
    const found = await this.unitOfWork.readAs(actor, (tx) => this.store.byId(tx, actor.tenant, id));
    if (!found) throw unknown(id);
    return bulkView(found);
  }
}

@QueryHandler(ListBulkOperationsQuery)
export class ListBulkOperationsHandler implements IQueryHandler<ListBulkOperationsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BulkStore,
  ) {}

  async execute({ actor, page }: ListBulkOperationsQuery): Promise<Page<BulkOperationView>> {
    mustAdminister(actor);
    const limit = page.limit ?? PAGE;
    const found = await this.unitOfWork.readAs(actor, (tx) =>
      this.store.list(tx, actor.tenant, limit, page.after),
    );
    const last = found.at(-1);
    return { items: found.map(bulkView), ...(last && found.length === limit ? { next: last.id } : {}) };
  }
}

@QueryHandler(ListBulkFailuresQuery)
export class ListBulkFailuresHandler implements IQueryHandler<ListBulkFailuresQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BulkStore,
  ) {}

  async execute({ actor, id, page }: ListBulkFailuresQuery): Promise<Page<BulkFailureView>> {
    mustAdminister(actor);
    const limit = page.limit ?? PAGE;
    const items = await this.unitOfWork.readAs(actor, async (tx) => {
      if (!(await this.store.byId(tx, actor.tenant, id))) throw unknown(id);
      return this.store.failures(tx, id, limit, page.after);
    });
    const last = items.at(-1);
    return { items, ...(last && items.length === limit ? { next: last.item } : {}) };
  }
}
