import type { ClockKind } from '@lianban/process-runtime';
import type { RungAct, ScheduledAct } from '@lianban/domain';
import type { Text2 } from '@lianban/contracts';
import type { ScheduledStart } from '../definitions/index.js';
import type { Tx } from '../transaction/index.js';
import type { Told } from './tell-addressees.js';

/** Something that has fallen due. */
export interface DueRow {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly kind: 'timer' | 'rung' | 'service-retry' | 'message-expiry' | 'order' | 'stop';
  readonly ref: string;
  readonly at: string;
}

/** A clock's due row under the lock of its case. */
export interface ClockDue {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly clockId: string;
  readonly definition: string;
  readonly clockName: Text2;
  readonly node: string;
  readonly kind: ClockKind;
  readonly basis: string;
  readonly ladder: string;
  /** The version its ledger names: `L-STD@2`. */
  readonly climbs?: string;
  readonly state: string;
  readonly dueAt: string;
  readonly schedule: readonly ScheduledAct[];
  readonly definitionId: string;
  readonly district: string;
  readonly ledgerLength: number;
  /** Levels that were looked at already, fired or not. */
  readonly fired: readonly string[];
  readonly milestones: readonly string[];
  readonly acknowledged: boolean;
  /** 免责: units whose lateness on this clock was exempted, with the conclusion. */
  readonly exemptions: readonly { readonly officeId: string; readonly conclusionId: string }[];
  /** Open tasks of the case. */
  readonly tasks: readonly {
    readonly id: string;
    readonly node: string;
    readonly officeId: string;
    readonly assignee?: string;
  }[];
}

/** A level that was looked at: it fired, or why it did not. */
export interface Firing {
  readonly clockId: string;
  readonly level: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly taskId?: string;
  readonly ladder: string;
  readonly version?: number;
  /** The unit that is late or will be. */
  readonly officeId?: string;
  readonly plannedAt: string;
  readonly fired: boolean;
  readonly why: FiringReason;
  /** The exemption (免责) of `exempt` and `exempt-in-part`. */
  readonly conclusionId?: string;
  readonly action: Text2;
  readonly acts: readonly RungAct[];
  readonly told: readonly Told[];
}

/**
 * `passed-on`: nobody of this level could be reached, those of a later one were told in their stead. `overtaken`: a
 * reminder of something that had run out before it could be given. `exempt`: all it does holds to account a unit that
 * is exempt (免责); `exempt-in-part`: it fired without what does.
 */
export type FiringReason =
  'due' | 'passed-on' | 'nobody-reached' | 'exempt-in-part' | 'condition-false' | 'overtaken' | 'exempt';

/** One notice a person gets: of one rung, or a list of many. */
export interface RungNotice {
  readonly id: string;
  readonly tenant: string;
  readonly userId: string;
  readonly caseId?: string;
  readonly kind: 'rung' | 'rungs';
  readonly payload: object;
}

/** 责任追究台账: written once and never changed. */
export interface AccountabilityEntry {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly clockId: string;
  readonly level: string;
  readonly ladder: string;
  /** `breached`: a statutory period; `late`: a default of the house, which is no breach of law. */
  readonly kind: 'breached' | 'late';
  readonly basis: string;
  readonly officeId: string;
  readonly district: string;
  readonly dueAt: string;
}

/** A row of the outbox for what a rung does besides telling. */
export interface RungOutbox {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly payload: object;
}

/** What a sweep of clocks writes, set by set. */
export interface ClockFirings {
  readonly now: string;
  readonly firings: readonly Firing[];
  readonly notices: readonly RungNotice[];
  readonly entries: readonly AccountabilityEntry[];
  readonly outbox: readonly RungOutbox[];
  /** Clocks whose tasks are called due soon from now on. */
  readonly dueSoon: readonly string[];
  /** Due instants that passed unmet. */
  readonly overruns: readonly {
    readonly clockId: string;
    readonly caseId: string;
    readonly tenant: string;
    readonly seq: number;
    readonly kind: 'breached' | 'late';
    readonly dueAt: string;
  }[];
  /** The next act of each row, or none: the row is done. */
  readonly next: readonly {
    readonly id: string;
    readonly at?: string;
    readonly schedule: readonly ScheduledAct[];
  }[];
}

/** How often the same clock of the same process was missed in a district, this time included. */
export interface Misses {
  readonly inARow: number;
  readonly withinAYear: number;
}

/** A start that a timer makes, under its lock. */
export interface DueStart {
  readonly definitionId: string;
  readonly at: string;
  readonly payload: ScheduledStart;
}

export abstract class DueStore {
  /** Starts that are due, by id, read without a lock, oldest first. */
  abstract startCandidates(
    tx: Tx,
    limit: number,
    without: readonly string[],
  ): Promise<readonly { readonly id: string; readonly tenant: string }[]>;
  /** Undefined: another sweep has made it, or has it under way, or a newer version has replaced it. */
  abstract lockStart(tx: Tx, id: string): Promise<DueStart | undefined>;
  abstract moveStart(tx: Tx, id: string, at: string, payload: ScheduledStart): Promise<void>;
  /** Candidates, read without a lock, oldest first. */
  abstract candidates(tx: Tx, limit: number, without: readonly string[]): Promise<readonly DueRow[]>;
  /** Locks the cases in order, then reads their clock rows that are still due, and business time. */
  abstract lockClocks(
    tx: Tx,
    rows: readonly DueRow[],
  ): Promise<{ readonly now: string; readonly clocks: readonly ClockDue[] }>;
  /** By clock id. Asked only for clocks one of whose rungs depends on it. */
  abstract misses(tx: Tx, clockIds: readonly string[]): Promise<ReadonlyMap<string, Misses>>;
  abstract fire(tx: Tx, firings: ClockFirings): Promise<void>;
  /** Takes a timer or retry row away in the transaction that applied it. */
  abstract settle(tx: Tx, id: string): Promise<boolean>;
}
