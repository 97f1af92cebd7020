import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on stdout. No bodies, no names, no addresses: ids and codes only. */
export const createLogger = (process: string, level = 'info'): Logger =>
  pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.password', '*.authorization', '*.cookie', '*.secret', '*.secrets'],
      censor: '[redacted]',
    },
  });
