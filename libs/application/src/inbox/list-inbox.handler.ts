import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Page, TaskRow } from '@lianban/contracts';
import { denied } from '@lianban/kernel';
import { UnitOfWork } from '../transaction/index.js';
import { WorkingDaysLeft } from '../calendars/index.js';
import { decodeCursor, encodeCursor } from './inbox-cursor.js';
import { InboxReader } from './inbox.reader.port.js';
import { ListInboxQuery } from './list-inbox.query.js';

const DEFAULT_PAGE = 50;
const LONGEST_PAGE = 100;

@QueryHandler(ListInboxQuery)
export class ListInboxHandler implements IQueryHandler<ListInboxQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: InboxReader,
    private readonly workingDays: WorkingDaysLeft,
  ) {}

  async execute({ actor, box, options }: ListInboxQuery): Promise<Page<TaskRow>> {
    const { officeId, text, after } = options;
    if (officeId !== undefined && !actor.officeIds.includes(officeId)) {
      throw denied('INBOX.NOT_YOUR_OFFICE', 'You hold no post in that office.', { details: { officeId } });
    }
    const limit = Math.min(options.limit ?? DEFAULT_PAGE, LONGEST_PAGE);
    const { now, rows } = await this.unitOfWork.readAs(actor, (tx) =>
      this.inbox.list(tx, actor.tenant, {
        box,
        userId: actor.id,
        ...(actor.standsInFor ? { standsInFor: actor.standsInFor.map(({ id }) => id) } : {}),
        officeIds: officeId === undefined ? actor.officeIds : [officeId],
        overdueOnly: options.overdueOnly ?? false,
        limit: limit + 1,
        ...(text === undefined || text.trim() === '' ? {} : { text: text.trim() }),
        ...(after === undefined ? {} : { after: decodeCursor(after) }),
      }),
    );
    const items = await this.workingDays.fill(actor.tenant, now, rows.slice(0, limit));
    const last = items.at(-1);
    if (rows.length <= limit || !last) return { items };
    const at = box === 'done' ? last.closedAt : (last.dueAt ?? 'infinity');
    return { items, next: encodeCursor({ at: at ?? 'infinity', id: last.id }) };
  }
}
