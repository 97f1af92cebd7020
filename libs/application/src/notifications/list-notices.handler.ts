import type { NoticeView, Page } from '@lianban/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { NoticeStore } from './notice-store.port.js';
import { ListNoticesQuery } from './notices.commands.js';

@QueryHandler(ListNoticesQuery)
export class ListNoticesHandler implements IQueryHandler<ListNoticesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeStore,
  ) {}

  execute({ actor, request }: ListNoticesQuery): Promise<Page<NoticeView>> {
    return this.unitOfWork.withActor(actor, (tx) => this.notices.list(tx, actor, request));
  }
}
