import type { NoticeCount } from '@lianban/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { NoticeStore } from './notice-store.port.js';
import { CountNoticesQuery } from './notices.commands.js';

@QueryHandler(CountNoticesQuery)
export class CountNoticesHandler implements IQueryHandler<CountNoticesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeStore,
  ) {}

  execute({ actor }: CountNoticesQuery): Promise<NoticeCount> {
    return this.unitOfWork.withActor(actor, (tx) => this.notices.unread(tx, actor));
  }
}
