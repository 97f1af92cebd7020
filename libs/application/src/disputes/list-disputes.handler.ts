import type { DisputeView } from '@lianban/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { overseesAll } from '../casework/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { DisputeStore } from './dispute-store.port.js';
import { ListDisputesQuery } from './disputes.commands.js';

@QueryHandler(ListDisputesQuery)
export class ListDisputesHandler implements IQueryHandler<ListDisputesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly disputes: DisputeStore,
  ) {}

  execute({ actor }: ListDisputesQuery): Promise<readonly DisputeView[]> {
    return this.unitOfWork.withActor(actor, (tx) =>
      this.disputes.open(tx, actor.tenant, overseesAll(actor) ? undefined : actor.officeIds),
    );
  }
}
