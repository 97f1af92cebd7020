import type { AppError } from '@lianban/kernel';

/** Thrown inside a step when something cannot go on; becomes an incident on the element, never leaves the reducer. */
export class ExpressionFailure extends Error {
  constructor(readonly error: AppError) {
    super(error.message);
  }
}

export const failure = (code: string, message: string, details?: Readonly<Record<string, unknown>>) =>
  new ExpressionFailure({ kind: 'invalid', code, message, ...(details === undefined ? {} : { details }) });
