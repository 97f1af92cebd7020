import type { CaseClock } from '@lianban/domain';
import type { CaseData, CaseState } from '@lianban/process-runtime';
import type { Tx } from '../transaction/index.js';
import type { CaseChanges, NewCase } from './case-changes.js';

export interface OpenTask {
  readonly id: string;
  readonly token: string;
  readonly node: string;
  readonly officeId: string;
  readonly assignee?: string;
  readonly version: number;
}

/** A case as a transition finds it, under its lock. */
export interface LockedCase {
  readonly id: string;
  readonly tenant: string;
  readonly caseNo: string;
  readonly definitionId: string;
  readonly district: string;
  readonly title: string;
  readonly state: CaseState;
  readonly data: CaseData;
  readonly version: number;
  /** Read after the lock: the greater of business time and the case's last time, so intervals never run backwards. */
  readonly now: string;
  /** The stimulus was applied before; nothing may be done again. */
  readonly applied: boolean;
  readonly tasks: readonly OpenTask[];
  readonly clocks: readonly (Omit<CaseClock, 'definition'> & { readonly definitionId: string })[];
}

export interface RunningCase {
  readonly caseId: string;
  readonly caseNo: string;
  /** Opened by the very event that is asked about. */
  readonly openedByIt: boolean;
}

/** The rows of a case. Nobody touches a task, a clock or a due row of a case without its lock. */
export abstract class CaseStore {
  /** Locks the case row and reads all a transition needs, in one round trip. */
  abstract lock(tx: Tx, caseId: string, stimulusId: string): Promise<LockedCase | undefined>;
  /** The same for the case of a task. */
  abstract lockOfTask(
    tx: Tx,
    tenant: string,
    taskId: string,
    stimulusId: string,
  ): Promise<LockedCase | undefined>;
  /** Business time and a fresh case number; nothing is written yet. */
  abstract begin(tx: Tx, tenant: string): Promise<{ readonly now: string; readonly caseNo: string }>;
  /**
   * Inserts a new case with its first changes, or changes an existing one, in one statement. Written before the next
   * question is answered and with the commit at the latest.
   */
  abstract apply(tx: Tx, changes: CaseChanges, newCase?: NewCase): void;
  /** The case that this event opened before, even if it has ended; else the open one that has the business key. */
  abstract findRunning(
    tx: Tx,
    tenant: string,
    definitionKey: string,
    businessKey: string | undefined,
    causedBy: string,
  ): Promise<RunningCase | undefined>;
}
