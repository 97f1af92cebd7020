import type { AppError } from '@lianban/kernel';

const byFastifyCode: Readonly<Record<string, AppError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    kind: 'invalid',
    code: 'API.BODY_TOO_LARGE',
    message: 'The body is too large.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    kind: 'invalid',
    code: 'API.INVALID_JSON',
    message: 'The body is not valid JSON.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    kind: 'invalid',
    code: 'API.INVALID_JSON',
    message: 'The body is not valid JSON.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    kind: 'invalid',
    code: 'API.UNSUPPORTED_MEDIA_TYPE',
    message: 'This content type is not accepted here.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    kind: 'invalid',
    code: 'API.INVALID_REQUEST',
    message: 'The body is cut short.',
  },
  FST_REQ_FILE_TOO_LARGE: {
    kind: 'invalid',
    code: 'FILES.TOO_LARGE',
    message: 'The file is too large (10 MB at most).',
  },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    kind: 'invalid',
    code: 'API.UNSUPPORTED_MEDIA_TYPE',
    message: 'A multipart form is expected.',
  },
  FST_FILES_LIMIT: { kind: 'invalid', code: 'API.INVALID_REQUEST', message: 'One file at a time.' },
  FST_PARTS_LIMIT: { kind: 'invalid', code: 'API.INVALID_REQUEST', message: 'Too many parts.' },
  FST_FIELDS_LIMIT: { kind: 'invalid', code: 'API.INVALID_REQUEST', message: 'Too many fields.' },
  FST_PROTO_VIOLATION: {
    kind: 'invalid',
    code: 'API.INVALID_REQUEST',
    message: 'A field name is not allowed.',
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    kind: 'invalid',
    code: 'API.URI_TOO_LONG',
    message: 'The address is too long.',
  },
};

const byStatus: Readonly<Record<number, AppError>> = {
  400: { kind: 'invalid', code: 'API.INVALID_REQUEST', message: 'The request cannot be read.' },
  404: { kind: 'missing', code: 'API.UNKNOWN_ROUTE', message: 'There is no such route.' },
  405: { kind: 'invalid', code: 'API.METHOD_NOT_ALLOWED', message: 'This route does not know the method.' },
  413: { kind: 'invalid', code: 'API.BODY_TOO_LARGE', message: 'The body is too large.' },
  414: { kind: 'invalid', code: 'API.URI_TOO_LONG', message: 'The address is too long.' },
  415: {
    kind: 'invalid',
    code: 'API.UNSUPPORTED_MEDIA_TYPE',
    message: 'This content type is not accepted here.',
  },
};

/** Connection lost, starting up, shutting down, too many connections: come back later, nothing is known to be wrong. */
const databaseAway =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[123]|53300|08\d{3}|25P03|P100[128]|P1017|P20(24|37))$/;
/** Serialization failure and deadlock: the database asks for another try. */
const tryAgain = /^(40001|40P01|55P03|P2034)$/;
/** Text PostgreSQL cannot hold, or a number out of its range: the caller's input, never a defect of ours. */
const unstorable = /^(22021|22P05|22P02|22003|22001|22008|22007)$/;

/** What the framework, the parser or the driver refused, in our own words; undefined for a defect. */
export function refusalOfTransport(failure: unknown, httpStatus: number | undefined): AppError | undefined {
  const code = codeOf(failure);
  const known = byFastifyCode[code];
  if (known !== undefined) return known;
  if (databaseAway.test(code) || tryAgain.test(code) || isConnectionLost(failure)) {
    return {
      kind: 'unavailable',
      code: 'API.UNAVAILABLE',
      message: 'The service is unavailable. Try again shortly.',
    };
  }
  if (unstorable.test(code)) {
    return { kind: 'invalid', code: 'API.INVALID_REQUEST', message: 'A value cannot be stored.' };
  }
  const status = httpStatus ?? statusOf(failure);
  if (status === undefined || status >= 500) return undefined;
  return (
    byStatus[status] ?? {
      kind: 'invalid',
      code: 'API.INVALID_REQUEST',
      message: 'The request cannot be read.',
    }
  );
}

const isConnectionLost = (failure: unknown): boolean =>
  failure instanceof Error &&
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed))/.test(
    failure.message,
  );

const codeOf = (failure: unknown): string =>
  typeof failure === 'object' && failure !== null && 'code' in failure ? String(failure.code) : '';

const statusOf = (failure: unknown): number | undefined =>
  typeof failure === 'object' &&
  failure !== null &&
  'statusCode' in failure &&
  typeof failure.statusCode === 'number'
    ? failure.statusCode
    : undefined;
