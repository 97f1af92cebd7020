import type { NoticeCount, NoticesRequest, NoticeView, Page } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

/** Notices to a person and to the offices in which the person holds a post. */
export abstract class NoticeStore {
  /** Newest first. */
  abstract list(tx: Tx, actor: Actor, request: NoticesRequest): Promise<Page<NoticeView>>;
  abstract unread(tx: Tx, actor: Actor): Promise<NoticeCount>;
  /** Marks these, or all, as read by the person. Notices of others are left alone. */
  abstract read(tx: Tx, actor: Actor, ids?: readonly string[]): Promise<void>;
}
