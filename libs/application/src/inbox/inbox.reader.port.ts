import type { InboxCounts, TaskRow } from '@lianban/contracts';
import type { Tx } from '../transaction/index.js';

/** Which box of the inbox. `office` and `mine` hold open tasks by due instant, `done` what I completed, newest first. */
export type InboxBox = 'office' | 'mine' | 'done';

/** A place in the one order of a box: the instant (due, or closed) and the id of the last row of a page. */
export interface InboxCursor {
  readonly at: string;
  readonly id: string;
}

export interface InboxFilter {
  readonly box: InboxBox;
  readonly userId: string;
  /** Whose tasks the person works on besides their own (代办). */
  readonly standsInFor?: readonly string[];
  /** Offices the person holds a post in, or the one of them that was asked for. */
  readonly officeIds: readonly string[];
  /** A case number or the name of an institution, or the beginning of one. */
  readonly text?: string;
  readonly overdueOnly: boolean;
  readonly after?: InboxCursor;
  readonly limit: number;
}

/** Reads the inbox. Each method is one statement over a partial index; none sorts or counts more than a page or a cap. */
export abstract class InboxReader {
  /** One row more than `limit` is never returned: ask with limit + 1 to learn whether a next page exists. */
  abstract list(
    tx: Tx,
    tenant: string,
    filter: InboxFilter,
  ): Promise<{ readonly now: string; readonly rows: readonly TaskRow[] }>;
  /** Counts capped at 1,000 each. */
  abstract count(tx: Tx, userId: string, officeIds: readonly string[]): Promise<InboxCounts>;
}
