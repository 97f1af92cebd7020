import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { databaseUser, mayEnter } from './database-user.mjs';
import { inRoot, root } from './paths.mjs';

/**
 * Where the data of this clone lives: `LIANBAN_DATA`, else `.data` in the clone, else (as root, in a clone that the
 * database's own user cannot enter) a folder of the system named after the clone.
 * @returns {string} an existing folder
 */
export function dataFolder() {
  const folder = process.env['LIANBAN_DATA'] ? resolve(process.env['LIANBAN_DATA']) : ownFolder();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function ownFolder() {
  const user = databaseUser();
  if (user === undefined || mayEnter(user, root)) return inRoot('.data');
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join('/var/lib/lianban', `${basename(root)}-${mark}`);
}
