import type { Tx } from '../transaction/index.js';

/** A fact as whoever objects or concludes needs to know it. */
export interface FactToJudge {
  readonly id: string;
  readonly officeId: string;
  readonly concluded: readonly ('excluded' | 'exempt')[];
  readonly objection?: { readonly id: string; readonly isOpen: boolean };
}

/** Objections to facts, and what was concluded about them. */
export abstract class FactJudgements {
  /** Locks the fact. */
  abstract factToJudge(tx: Tx, tenant: string, factId: string): Promise<FactToJudge | undefined>;
  abstract conclude(
    tx: Tx,
    conclusion: {
      readonly id: string;
      readonly factId: string;
      readonly kind: 'excluded' | 'exempt';
      readonly reason: string;
      readonly by: string;
    },
  ): Promise<void>;
  abstract object(
    tx: Tx,
    objection: {
      readonly id: string;
      readonly factId: string;
      readonly reason: string;
      readonly by: string;
    },
  ): Promise<void>;
  abstract answer(
    tx: Tx,
    answer: {
      readonly objectionId: string;
      readonly conclusion: 'excluded' | 'exempt' | 'upheld';
      readonly answer: string;
      readonly by: string;
    },
  ): Promise<void>;
}
