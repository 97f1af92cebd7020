import type { DoneTask, WorkMeasure } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

/** A completed task that has not been measured yet. */
export interface UnmeasuredTask extends DoneTask {
  readonly taskId: string;
  readonly closedBy?: string;
  /** The office that completed it: the person counts there. */
  readonly officeId: string;
  readonly isRework: boolean;
}

export interface NewWorkFact extends WorkMeasure {
  readonly id: string;
  readonly taskId: string;
  readonly month: string;
  readonly person?: string;
  readonly isRework: boolean;
}

/** What the scorecards are sums of: written once, never changed. */
export abstract class WorkFacts {
  abstract now(tx: Tx): Promise<string>;
  /** Completed since `since` and not measured, the earliest first. */
  abstract unmeasured(
    tx: Tx,
    tenant: string,
    since: string,
    limit: number,
  ): Promise<readonly UnmeasuredTask[]>;
  /** What is there already stays as it is. */
  abstract record(tx: Tx, facts: readonly NewWorkFact[]): Promise<void>;
  /** The month frozen last, with its instant. */
  abstract lastFrozen(tx: Tx, tenant: string): Promise<string | undefined>;
  /** The first month in which a task was completed; undefined where none was. */
  abstract firstMonthAfter(tx: Tx, tenant: string, month: string | undefined): Promise<string | undefined>;
  abstract freeze(tx: Tx, tenant: string, month: string): Promise<void>;
}
