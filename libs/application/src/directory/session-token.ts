import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for the cookie; the database keeps only the hash. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

export const sessionTokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');
