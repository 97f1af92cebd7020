import type { AppError, ErrorKind } from '@lianban/kernel';

/** What HTTP says to each kind of refusal. Exhaustive: a new kind doesn't compile until it has a status. */
const statusByKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  denied: 403,
  missing: 404,
  conflict: 409,
  unavailable: 503,
  defect: 500,
};

/** Refusals for which HTTP has a finer word than their kind. */
const statusByCode: Readonly<Record<string, number>> = {
  'AUTH.WRONG_CREDENTIALS': 401,
  'AUTH.NO_SESSION': 401,
  'AUTH.TOO_MANY_ATTEMPTS': 429,
  'INTAKE.BAD_SIGNATURE': 401,
  'INTAKE.SIGNATURE_MISSING': 401,
  'INTAKE.SIGNATURE_EXPIRED': 401,
  'INTAKE.UNKNOWN_SOURCE': 401,
  'INTAKE.TOO_LARGE': 413,
  'API.BODY_TOO_LARGE': 413,
  'FILES.TOO_LARGE': 413,
  'REGISTRY.LEDGER_TOO_LARGE': 413,
  'API.UNSUPPORTED_MEDIA_TYPE': 415,
  'INTAKE.UNSUPPORTED_MEDIA_TYPE': 415,
  'API.METHOD_NOT_ALLOWED': 405,
  'API.URI_TOO_LONG': 414,
};

export const httpStatusOf = (error: AppError): number => statusByCode[error.code] ?? statusByKind[error.kind];
