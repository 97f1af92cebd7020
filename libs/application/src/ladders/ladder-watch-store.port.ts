import type { LedgerEntry } from '@lianban/calendar';
import type { ScheduledAct } from '@lianban/domain';
import type { LadderWatchView } from '@lianban/contracts';
import type { Tx } from '../transaction/index.js';

/** A running clock as the watch reads it. */
export interface WatchedClock {
  readonly id: string;
  readonly caseId: string;
  readonly node: string;
  readonly scope: 'unit' | 'case';
  readonly ladder: string;
  readonly ledger: readonly LedgerEntry[];
  readonly definitionId: string;
  readonly district: string;
  readonly tasks: readonly { readonly node: string; readonly officeId: string }[];
  readonly startedAt: string;
  readonly dueAt: string;
  readonly overran: boolean;
  /** Levels with a record, fired or not. */
  readonly looked: readonly string[];
  readonly schedule: readonly ScheduledAct[];
  /** Instant its due row waits for; absent where there is none. */
  readonly armedFor?: string;
  /** Its case is suspended: nothing fires. */
  readonly held: boolean;
  /** Version of the calendar the ledger names last. */
  readonly countedBy: string;
}

/** How far the watch has come. */
export interface WatchProgress {
  readonly after?: string;
  readonly round: {
    readonly began: string;
    readonly clocks: number;
    readonly rungs: number;
    readonly missing: number;
  };
  /** Clocks that looked wrong once; one that still does when it is looked at again is an incident. */
  readonly suspects: readonly string[];
  readonly lastRound?: LadderWatchView['lastRound'];
}

export interface Finding {
  readonly clock: WatchedClock;
  readonly missing: readonly string[];
}

export abstract class LadderWatchStore {
  /** Takes the watch for this transaction; undefined while another process has it. */
  abstract take(
    tx: Tx,
    tenant: string,
  ): Promise<{ readonly progress: WatchProgress; readonly now: string } | undefined>;
  /** Running clocks with a ladder, in the order of their ids. */
  abstract page(
    tx: Tx,
    tenant: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly WatchedClock[]>;
  abstract byId(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly WatchedClock[]>;
  /** One open incident a clock. */
  abstract report(tx: Tx, tenant: string, findings: readonly Finding[]): Promise<void>;
  abstract keep(tx: Tx, tenant: string, progress: WatchProgress): Promise<void>;
  abstract view(tx: Tx, tenant: string): Promise<LadderWatchView>;
}
