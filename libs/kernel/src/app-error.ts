/**
 * What sort of refusal an error is. One exhaustive table per edge maps a kind to what that edge does:
 * HTTP status, BullMQ retry, Temporal retry.
 */
export type ErrorKind = 'invalid' | 'denied' | 'missing' | 'conflict' | 'unavailable' | 'defect';

/** Where in the input a refusal applies: a JSON path, a BPMN element id, a row of a ledger. */
export interface ErrorPlace {
  readonly path?: string;
  readonly elementId?: string;
  readonly line?: number;
  /** Elements from a start to where it goes wrong, in order. */
  readonly way?: readonly string[];
  readonly message: string;
  /** The message in Chinese, where the check that found it speaks both languages. */
  readonly zh?: string;
  readonly code?: string;
}

/**
 * An expected refusal with a stable code (`TASKS.ALREADY_COMPLETED`). `message` is English for logs and API
 * users; screens choose their own text by `code` and `details`.
 */
export interface AppError {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly places?: readonly ErrorPlace[];
}

/** Carries an {@link AppError} through code that has nothing to decide about it. */
export class AppException extends Error {
  constructor(
    readonly error: AppError,
    options?: ErrorOptions,
  ) {
    super(`${error.code}: ${error.message}`, options);
    this.name = 'AppException';
  }
}

const refuse =
  (kind: ErrorKind) =>
  (code: string, message: string, more: Pick<AppError, 'details' | 'places'> = {}): AppException =>
    new AppException({ kind, code, message, ...more });

export const invalid = refuse('invalid');
export const denied = refuse('denied');
export const missing = refuse('missing');
export const conflict = refuse('conflict');
export const unavailable = refuse('unavailable');
export const defect = refuse('defect');
