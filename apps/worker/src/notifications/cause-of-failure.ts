import { getSystemErrorName } from 'node:util';
import type { DeliveryCause } from '@lianban/contracts';

const SYSTEM: Readonly<Record<string, DeliveryCause>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  TimeoutError: 'timeout',
  // Nodemailer's own.
  EDNS: 'host-unknown',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
};

/** OpenSSL and the checks of certificates have dozens of codes. */
const TLS = /certificate|\bssl\b|\btls\b|^ERR_(?:SSL|TLS)_/i;

/** What errors of the network have besides their names; those of fetch lie in its `cause`. */
interface Failed {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly command?: unknown;
  readonly cause?: unknown;
}

const isObject = (value: unknown): value is Failed => typeof value === 'object' && value !== null;

const innermost = (failure: unknown): Failed => {
  const outer = isObject(failure) ? failure : {};
  return isObject(outer.cause) ? outer.cause : outer;
};

/** What a network error is called by those who know it: its code, or its name where it has none. */
export const codeOf = (failure: unknown): string => {
  const { code, name } = innermost(failure);
  // A timeout's code is a number of DOMException that says nothing.
  return typeof code === 'string' ? code : String(name ?? failure);
};

/** Why nobody answered; undefined where that is none of the causes that have a sentence. */
export const causeOfSilence = (failure: unknown): DeliveryCause | undefined => {
  const found = innermost(failure);
  const code = codeOf(failure);
  const system = SYSTEM[code] ?? SYSTEM[systemName(found)];
  return system ?? (TLS.test(`${code} ${String(found.message)}`) ? 'tls' : undefined);
};

/** Nodemailer puts a code of its own (ESOCKET) over the system's, and leaves its number. */
const systemName = ({ errno }: Failed): string =>
  typeof errno === 'number' && errno < 0 ? getSystemErrorName(errno) : '';

/** RFC 5321 4.2.1: 5yz to a recipient (`RCPT TO`) is about the mailbox, any other about the sender or the letter. */
export const causeOfMailAnswer = (code: number, failure: unknown): DeliveryCause => {
  if (code < 500) return 'mail-server-busy';
  return isObject(failure) && failure.command === 'RCPT TO' ? 'mailbox-refused' : 'mail-refused';
};
