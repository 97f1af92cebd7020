import type { ScheduledAct } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

/** Something that has fallen due. */
export interface DueRow {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly kind: 'timer' | 'rung' | 'service-retry';
  readonly ref: string;
  readonly at: string;
}

/** A clock's due row under the lock of its case. */
export interface ClockDue {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly clockId: string;
  readonly definition: string;
  readonly clockName: { readonly zh: string; readonly en: string };
  readonly node: string;
  readonly ladder: string;
  /** The version its ledger names: `L-STD@2`. */
  readonly climbs?: string;
  readonly state: string;
  readonly dueAt?: string;
  readonly schedule: readonly ScheduledAct[];
  readonly definitionId: string;
  readonly district: string;
  readonly ledgerLength: number;
  /** Open task of the clock's step, if there is one. */
  readonly task?: { readonly id: string; readonly officeId: string; readonly assignee?: string };
}

export interface Firing {
  readonly clockId: string;
  readonly level: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly taskId?: string;
  readonly ladder: string;
  readonly plannedAt: string;
  readonly why: string;
  readonly action: { readonly zh: string; readonly en: string };
  readonly told: readonly Told[];
}

/** Who was told, and through whom where the post was vacant. */
export interface Told {
  readonly post: string;
  readonly officeId: string;
  readonly office: { readonly zh: string; readonly en: string };
  readonly userId?: string;
  readonly name?: { readonly zh: string; readonly en: string };
  readonly fallback?: string;
}

/** What a sweep of clocks writes, set by set. */
export interface ClockFirings {
  readonly now: string;
  readonly firings: readonly Firing[];
  readonly marks: readonly {
    readonly clockId: string;
    readonly taskId?: string;
    readonly mark: 'due-soon' | 'overdue';
  }[];
  readonly breaches: readonly {
    readonly clockId: string;
    readonly caseId: string;
    readonly tenant: string;
    readonly seq: number;
    readonly dueAt: string;
  }[];
  /** The next act of each row, or none: the row is done. */
  readonly next: readonly {
    readonly id: string;
    readonly at?: string;
    readonly schedule: readonly ScheduledAct[];
  }[];
}

export abstract class DueStore {
  /** Candidates, read without a lock, oldest first. */
  abstract candidates(tx: Tx, limit: number, without: readonly string[]): Promise<readonly DueRow[]>;
  /** Locks the cases in order, then reads their clock rows that are still due, and business time. */
  abstract lockClocks(
    tx: Tx,
    rows: readonly DueRow[],
  ): Promise<{ readonly now: string; readonly clocks: readonly ClockDue[] }>;
  abstract fire(tx: Tx, firings: ClockFirings): Promise<void>;
  /** Takes a timer or retry row away in the transaction that applied it. */
  abstract settle(tx: Tx, id: string): Promise<boolean>;
}
