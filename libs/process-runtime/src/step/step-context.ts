import type { AppError, Json, Result } from '@lianban/kernel';

/** What the reducer may ask of the world. Nothing here does IO. */
export interface StepContext {
  readonly caseId: string;
  /** Business time of the transition, ISO 8601 with offset. */
  readonly now: string;
  /** Evaluates FEEL; an error is a value, never a throw, and becomes an incident on the element. */
  readonly evaluate: (
    expression: string,
    variables: Readonly<Record<string, unknown>>,
  ) => Result<Json, AppError>;
}
