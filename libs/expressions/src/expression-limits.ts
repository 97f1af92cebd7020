/**
 * What an expression inside a transition may cost. Expressions are written by administrators and run while a case is
 * locked: the budget is counted in operations, not in time, so that the same text and data end in the same way
 * everywhere (docs/decisions/0011).
 */
export const EXPRESSION_LIMITS = {
  /** Characters of one expression. */
  length: 4_000,
  /** Operations of one evaluation: at most about 10 ms, and some 400 KB of lists. */
  operations: 50_000,
} as const;
