import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The clone this command belongs to, whatever the working directory. */
export const root = resolve(import.meta.dirname, '..', '..', '..');

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Tools fetched once and shared by all clones of this user. */
export const cacheFolder = () => process.env['LIANBAN_CACHE'] ?? join(homedir(), '.cache', 'lianban');
