import type { MessageState, NoticeChannel, NoticePreferences, NoticeView, Text2 } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { DeliveryFailure } from '../outside-deliveries/delivery-failure.js';
import type { Tx } from '../transaction/index.js';

/** An overseer's scope in numbers. */
export interface Digest {
  readonly kind: 'digest';
  readonly period: 'daily' | 'weekly';
  /** Absent: the whole city. */
  readonly district?: { readonly code: string; readonly name: Text2 };
  readonly overdue: number;
  readonly dueSoon: number;
  readonly dueToday: number;
  /** Orders of their offices that wait for being issued, served or reviewed. */
  readonly orders: number;
}

/** What a message says that tells of no notice. */
export type MessageContent = Digest | { readonly kind: 'test' };

/** A message to one person by one channel. */
export interface NoticeMessage {
  /** The same at every attempt: the key by which a receiver knows a repetition. */
  readonly id: string;
  readonly channel: NoticeChannel;
  readonly address: string;
  readonly attempts: number;
  readonly notices: readonly Pick<NoticeView, 'kind' | 'at' | 'case' | 'about'>[];
  readonly content?: MessageContent;
}

/** What a gateway says became of a message it took. It may say so more than once. */
export interface DeliveryReceipt {
  readonly id: string;
  readonly delivery: 'delivered' | 'undelivered';
}

export abstract class NoticeMessageStore {
  /**
   * Looks at notices nobody has looked at, and schedules them for whoever asked for them by a channel. Answers how
   * many were looked at.
   */
  abstract schedule(tx: Tx, limit: number): Promise<number>;
  /**
   * Makes one message a person and channel of what is due, and hands it to the outbox, with those whose time to be
   * tried again has come. Answers how many notices and messages that were.
   */
  abstract gather(tx: Tx, limit: number): Promise<number>;
  /** A message of its own content to a person, by a channel that is on; undefined where it is off. */
  abstract write(
    tx: Tx,
    userId: string,
    channel: NoticeChannel,
    content: MessageContent,
  ): Promise<string | undefined>;
  /** The message, counted as one attempt more; undefined where it was sent or given up. */
  abstract attempt(tx: Tx, messageId: string): Promise<NoticeMessage | undefined>;
  abstract sent(tx: Tx, messageId: string, receipt: string): Promise<void>;
  /** To be tried again, later the more often it was tried. */
  abstract tryLater(tx: Tx, messageId: string, failure: DeliveryFailure): Promise<void>;
  abstract giveUp(tx: Tx, messageId: string, failure: DeliveryFailure): Promise<void>;
  /** Of the person's own messages. */
  abstract state(tx: Tx, actor: Actor, messageId: string): Promise<MessageState | undefined>;

  /** Messages by a gateway that has not said yet what became of them, of the last three days. */
  abstract underWay(tx: Tx, limit: number): Promise<readonly string[]>;
  /** Notes what became of messages; what was noted already stays as it is. */
  abstract received(tx: Tx, receipts: readonly DeliveryReceipt[]): Promise<void>;

  abstract preferences(tx: Tx, actor: Actor): Promise<NoticePreferences>;
  /** All of them at once; a channel left out is off. */
  abstract prefer(tx: Tx, actor: Actor, preferences: NoticePreferences): Promise<void>;
}
