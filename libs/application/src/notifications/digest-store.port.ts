import type { DigestSubscription, NoticeChannel, Text2 } from '@lianban/contracts';
import type { Tx } from '../transaction/index.js';

/** A subscription whose hour has come today, and of which nothing went out today. */
export interface DueDigest {
  readonly userId: string;
  readonly channel: NoticeChannel;
  readonly period: DigestSubscription['period'];
  /** By whose calendar working days are counted. */
  readonly officeId: string;
  /** Absent: the whole city. */
  readonly district?: { readonly code: string; readonly name: Text2 };
}

export abstract class DigestStore {
  abstract due(tx: Tx): Promise<readonly DueDigest[]>;
  /** Orders of the person's offices that wait for being issued, served or reviewed. */
  abstract ordersWaiting(tx: Tx, userId: string): Promise<number>;
  /** Takes the person's day; false where another worker has it. Held until the transaction ends. */
  abstract take(tx: Tx, userId: string): Promise<boolean>;
  abstract issued(tx: Tx, userId: string, messageId: string): Promise<void>;
}
