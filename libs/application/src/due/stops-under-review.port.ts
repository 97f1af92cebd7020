import type { Text2 } from '@lianban/contracts';
import type { OpenStop, StopReview, StopReviewKind } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';
import type { DueRow } from './due-store.port.js';

export interface StopUnderReview extends OpenStop {
  readonly clockId: string;
  readonly ground: string;
  readonly name: Text2;
  readonly district: string;
  /** Business time of the look. */
  readonly now: string;
}

/** Stops (中止) that go on, and the offices that are asked about them: rows of `due` of kind `stop`. */
export abstract class StopsUnderReview {
  /** Under the lock of its case: the stop of the row, where it goes on and its case is open. */
  abstract open(tx: Tx, row: DueRow): Promise<StopUnderReview | undefined>;
  /** Asks the offices of the step, or of all open steps of a clock that belongs to none, and puts down when to ask next. */
  abstract ask(
    tx: Tx,
    row: DueRow,
    stop: StopUnderReview,
    asked: { readonly kind: StopReviewKind; readonly ground: Text2; readonly next: StopReview },
  ): Promise<void>;
}
