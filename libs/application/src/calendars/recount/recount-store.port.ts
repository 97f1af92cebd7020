import type { Duration, LedgerEntry } from '@lianban/calendar';
import type { CalendarImpactRow, CalendarImpactSummary } from '@lianban/contracts';
import type { ScheduledAct } from '@lianban/domain';
import type { Tx } from '../../transaction/index.js';

/** Which clocks a change can reach at all. */
export interface RecountScope {
  readonly tenant: string;
  /** Instants: due at or after, started before; absent where the change has no bounds. */
  readonly dueFrom?: string;
  readonly startedBefore?: string;
  /** Only cases of these districts; only clocks of cases in which this office has an open task. */
  readonly districts?: readonly string[];
  readonly office?: string;
}

/** A running clock with all that is needed to count it anew. */
export interface RunningClock {
  readonly id: string;
  readonly caseId: string;
  readonly district: string;
  readonly definitionId: string;
  readonly definition: string;
  readonly node: string;
  readonly scope: 'unit' | 'case';
  readonly ledger: readonly LedgerEntry[];
  readonly fired: readonly string[];
  readonly suspended: boolean;
  /** The case's last time: nothing is entered before it. */
  readonly lastAt: string;
  /** Open tasks of the case. */
  readonly tasks: readonly {
    readonly id: string;
    readonly node: string;
    readonly officeId: string;
    readonly assignee?: string;
  }[];
}

/** A timer of a process in business time, such as the end of a supplement period (补正期限). */
export interface RunningTimer {
  readonly id: string;
  readonly caseId: string;
  readonly district: string;
  readonly since: string;
  readonly duration: Duration;
}

export interface MovedTimer {
  readonly id: string;
  readonly caseId: string;
  readonly from: string;
  readonly to: string;
}

export interface MovedClock {
  readonly id: string;
  readonly caseId: string;
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly lifted: boolean;
  readonly suspended: boolean;
  readonly mark: string;
  /** Number of the last entry to append, and the entry; absent where only reminders move. */
  readonly seq?: number;
  readonly entry?: LedgerEntry;
  /** To append before it: the limit had run out and nobody had noted it. */
  readonly overrun?: LedgerEntry;
  readonly schedule: readonly ScheduledAct[];
  readonly tasks: readonly string[];
}

export interface Impact {
  readonly clockId: string;
  readonly caseId: string;
  readonly officeId?: string;
  readonly assignee?: string;
  readonly from: string;
  readonly to: string;
  readonly fromProvisional: boolean;
  readonly toProvisional: boolean;
  readonly turns?: 'overdue' | 'in-time';
}

export abstract class RecountStore {
  abstract count(tx: Tx, scope: RecountScope): Promise<number>;
  /** Ids of clocks in order, behind `after`. */
  abstract items(tx: Tx, scope: RecountScope, limit: number, after?: string): Promise<readonly string[]>;
  /** The same; with `hold` their cases are locked first. Those that no longer run are left out. */
  abstract clocks(tx: Tx, ids: readonly string[], hold: boolean): Promise<readonly RunningClock[]>;
  /** The same of timers in business time. */
  abstract timerCount(tx: Tx, scope: RecountScope): Promise<number>;
  abstract timerItems(tx: Tx, scope: RecountScope, limit: number, after?: string): Promise<readonly string[]>;
  /** Under the locks of their cases. */
  abstract timers(tx: Tx, ids: readonly string[]): Promise<readonly RunningTimer[]>;
  abstract moveTimers(tx: Tx, tenant: string, operation: string, timers: readonly MovedTimer[]): void;
  abstract move(tx: Tx, tenant: string, operation: string, clocks: readonly MovedClock[]): void;
  abstract note(tx: Tx, tenant: string, operation: string, impacts: readonly Impact[]): void;
  abstract summary(tx: Tx, operation: string): Promise<CalendarImpactSummary>;
  abstract rows(
    tx: Tx,
    operation: string,
    limit: number,
    after?: string,
  ): Promise<readonly CalendarImpactRow[]>;
  /** One notice for each office: how many of its deadlines moved. */
  abstract tellOffices(tx: Tx, tenant: string, operation: string, what: string): void;
}
