import { randomUUID } from 'node:crypto';

/** One id from the HTTP header to the audit row. A foreign id is taken only if it cannot break a log line. */
export const correlationIdOf = (header: string | readonly string[] | undefined): string =>
  typeof header === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(header) ? header : randomUUID();
