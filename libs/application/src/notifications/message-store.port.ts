import type { NoticePreference, NoticeView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

/** A message to one person by one channel. */
export interface NoticeMessage {
  /** The same at every attempt: the key by which a receiver knows a repetition. */
  readonly id: string;
  readonly channel: NoticePreference['channel'];
  readonly address: string;
  readonly notices: readonly Pick<NoticeView, 'kind' | 'at' | 'case' | 'about'>[];
}

export abstract class NoticeMessageStore {
  /**
   * Looks at notices nobody has looked at, and schedules them for whoever asked for them by a channel. Answers how
   * many were looked at.
   */
  abstract schedule(tx: Tx, limit: number): Promise<number>;
  /** Makes one message a person and channel of what is due, and hands it to the outbox. Answers how many. */
  abstract gather(tx: Tx, limit: number): Promise<number>;
  /** The message, counted as one attempt more; undefined where it was sent. */
  abstract attempt(tx: Tx, messageId: string): Promise<NoticeMessage | undefined>;
  abstract sent(tx: Tx, messageId: string, receipt: string): Promise<void>;
  abstract failed(tx: Tx, messageId: string, failure: string): Promise<void>;

  abstract preferences(tx: Tx, actor: Actor): Promise<readonly NoticePreference[]>;
  /** All of them at once; a channel left out is off. */
  abstract prefer(tx: Tx, actor: Actor, preferences: readonly NoticePreference[]): Promise<void>;
}
