import type { Result } from '@lianban/kernel';

/** Where in a source text something stands: offsets in UTF-16 units, the end excluded. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * Something wrong with an expression. `code` is stable (`EXPRESSIONS.SYNTAX`, `EXPRESSIONS.UNKNOWN_NAME`, …), `message`
 * is an English sentence that says what was found and what was expected.
 */
export interface FeelProblem {
  readonly code: string;
  readonly message: string;
  readonly place?: Place;
}

export type FeelResult<T> = Result<T, FeelProblem>;
