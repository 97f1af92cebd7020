import { NoticeStore, type Tx } from '@lianban/application';
import type { NoticeCount, NoticesRequest, NoticeView, Page } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { cursorText, pageOf, readCursor } from '../intake/page-cursor.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { listNotices, markRead, unreadNotices } from './notice.sql.js';

interface NoticeRecord {
  readonly at: string;
  readonly notice: NoticeView;
}

@Injectable()
export class PgNoticeStore extends NoticeStore {
  async list(tx: Tx, actor: Actor, request: NoticesRequest): Promise<Page<NoticeView>> {
    const limit = request.limit ?? 20;
    const after = readCursor(request.after);
    const { rows } = await clientOf(tx).query<NoticeRecord>({
      name: 'list-notices',
      text: listNotices,
      values: [
        actor.tenant,
        actor.id,
        actor.officeIds,
        after?.at ?? 'infinity',
        after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        limit + 1,
      ],
    });
    return pageOf(
      rows,
      limit,
      ({ notice }) => notice,
      ({ at, notice }) => cursorText(at, notice.id),
    );
  }

  async unread(tx: Tx, actor: Actor): Promise<NoticeCount> {
    const { rows } = await clientOf(tx).query<NoticeCount>({
      name: 'unread-notices',
      text: unreadNotices,
      values: [actor.tenant, actor.id, actor.officeIds],
    });
    return rows[0] ?? { unread: 0 };
  }

  async read(tx: Tx, actor: Actor, ids?: readonly string[]): Promise<void> {
    await clientOf(tx).query({
      name: 'read-notices',
      text: markRead,
      values: [actor.tenant, actor.id, actor.officeIds, ids ?? null],
    });
  }
}
