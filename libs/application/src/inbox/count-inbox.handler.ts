import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { InboxCounts } from '@lianban/contracts';
import { UnitOfWork } from '../transaction/index.js';
import { CountInboxQuery } from './count-inbox.query.js';
import { InboxReader } from './inbox.reader.port.js';

@QueryHandler(CountInboxQuery)
export class CountInboxHandler implements IQueryHandler<CountInboxQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: InboxReader,
  ) {}

  execute({ actor }: CountInboxQuery): Promise<InboxCounts> {
    return this.unitOfWork.readAs(actor, (tx) => this.inbox.count(tx, actor.id, actor.officeIds));
  }
}
