import type { DisputeView } from '@lianban/contracts';
import type { Tx } from '../transaction/index.js';

/** A dispute as whoever decides it needs to know it, once its case is locked. */
export interface OpenDispute {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly raisingOffice: string;
  readonly otherOffice: string;
}

export interface NewDispute {
  readonly id: string;
  readonly taskId: string;
  readonly raisedBy: string;
  readonly otherOffice: string;
  readonly reason: string;
  readonly now: string;
  readonly dueAt: string;
}

export abstract class DisputeStore {
  /** Locks the case of the task; answers business time. */
  abstract lockTask(tx: Tx, taskId: string): Promise<string>;
  /**
   * Keeps the dispute and lets the other office's time run beside that of the office that has the task. Answers
   * whether the task was open and in no other dispute.
   */
  abstract raise(tx: Tx, dispute: NewDispute): Promise<boolean>;
  /** Locks the case; undefined where the dispute is not there, decided, or its task is closed. */
  abstract lockOpen(tx: Tx, tenant: string, disputeId: string): Promise<OpenDispute | undefined>;
  /** Ends the dispute; where the other office was designated the task is its own from this instant. */
  abstract designate(
    tx: Tx,
    decision: {
      readonly disputeId: string;
      readonly office: string;
      readonly department: string;
      readonly district: string;
      readonly decidedBy: string;
      readonly decision: string;
    },
  ): Promise<void>;
  /** Undecided ones, those due first; of all offices or of some. */
  abstract open(tx: Tx, tenant: string, officeIds?: readonly string[]): Promise<readonly DisputeView[]>;
}
