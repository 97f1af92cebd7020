/**
 * What an expression inside a transition may cost. Expressions are written by administrators and run while a case is
 * locked, so their cost must be known when they are published: a timer around synchronous code would hold the lock
 * and the event loop, and would not be repeatable.
 */
export const EXPRESSION_LIMITS = {
  /** Characters of one expression. */
  length: 4_000,
  /** Iterations (`for`, `some`, `every`, filters) inside one another; `for x in a, y in b` are two. */
  iterationDepth: 2,
  /** Syntax nodes. */
  nodes: 600,
} as const;

/**
 * Built-ins that have no bound (regular expressions: one `replace` ran for 134 s) or no repeatable answer (the time
 * of day comes from the transition as `now`).
 */
export const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set([
  'matches',
  'replace',
  'split',
  'now',
  'today',
]);
