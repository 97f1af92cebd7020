import { spawnSync } from 'node:child_process';
import { Sentence } from './say.mjs';

/** @typedef {{uid: number, gid: number}} User */

/** @type {User | undefined} */
let known;

/**
 * PostgreSQL refuses to run as root: then it runs as `postgres`, a user without login that is made when missing.
 * @returns {User | undefined} undefined when this is not root and PostgreSQL may run as ourselves
 */
export function databaseUser() {
  if (process.getuid?.() !== 0) return undefined;
  known ??= lookUp() ?? create();
  return known;
}

/** @returns {User | undefined} */
function lookUp() {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** @returns {User} */
function create() {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  let made = lookUp();
  if (made) return made;
  // BusyBox has no useradd.
  spawnSync('adduser', ['-S', '-D', '-H', 'postgres']);
  made = lookUp();
  if (made) return made;
  throw new Sentence(
    'PostgreSQL must not run as root and the user "postgres" could not be made: create it, or run npm start as an ordinary user.',
    'PostgreSQL 不能以 root 身份运行，且无法创建 postgres 用户：请创建该用户，或以普通用户运行 npm start。',
  );
}

/**
 * @param {User} user
 * @param {string} folder
 * @returns {boolean} whether that user can walk into the folder
 */
export const mayEnter = (user, folder) =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
