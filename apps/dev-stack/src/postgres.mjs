import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUser } from './database-user.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { query } from './query.mjs';
import { run } from './run.mjs';
import { Sentence, say } from './say.mjs';

/**
 * @typedef {object} Postgres
 * @property {string} adminUrl may create databases
 * @property {string} ownerUrl owns the schema, migrates and seeds
 * @property {string} appUrl what the processes of the product get: neither owner nor superuser
 */

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // When a row was committed: the outbox and the seal follow committed order.
  track_commit_timestamp: 'on',
  shared_preload_libraries: '',
  shared_buffers: '256MB',
  // On few cores, handing a page's read to another process costs more than reading it.
  io_method: 'sync',
  max_connections: '200',
  timezone: 'UTC',
  // The first change of a page after a checkpoint logs the whole page: fewer checkpoints, smaller pages. A crash then
  // replays up to a quarter of an hour, which takes seconds.
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  max_wal_size: '2GB',
  // Transitions are short statements; compiling them costs more than running them.
  jit: 'off',
};

/**
 * Our own PostgreSQL on a port, with its three roles and the database `lianban`.
 * @param {{folder: string, port: number, supervisor: import('./supervisor.mjs').Supervisor, durable: boolean}} where durable: false where nobody would miss the data after a power cut
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ folder, port, supervisor, durable }) {
  const binaries = postgresBinaries();
  const user = databaseUser();
  const data = join(folder, 'postgres');
  const passwords = await cluster(folder, data, binaries, user);
  const url = (/** @type {string} */ role, /** @type {string} */ password, /** @type {string} */ database) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrl = url('postgres', passwords.admin, 'postgres');
  const all = { ...settings, ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }) };
  await supervisor.start({
    name: 'postgres',
    command: join(binaries, 'bin', 'postgres'),
    arguments: [
      '-D',
      data,
      '-p',
      String(port),
      ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    ...(user ? { user } : {}),
    // SIGINT is PostgreSQL's "fast" shutdown: clients are sent away, the data is written.
    stopSignal: 'SIGINT',
    isReady: () =>
      query(adminUrl, 'SELECT 1').then(
        () => true,
        () => false,
      ),
  });
  await roles(adminUrl, passwords);
  await database(adminUrl, 'lianban');
  const [ownerUrl, appUrl] = [
    url('lianban_owner', passwords.owner, 'lianban'),
    url('lianban_app', passwords.app, 'lianban'),
  ];
  return { adminUrl, ownerUrl, appUrl };
}

/**
 * @param {string} folder
 * @param {string} data
 * @param {string} binaries
 * @param {import('./database-user.mjs').User | undefined} user
 * @returns {Promise<{admin: string, owner: string, app: string}>}
 */
async function cluster(folder, data, binaries, user) {
  const kept = join(folder, 'postgres-passwords.json');
  if (existsSync(join(data, 'PG_VERSION')) && existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  say('PostgreSQL: a new database cluster');
  // What an interrupted initdb left is no cluster: its last act is to write global/pg_control's final state and return.
  if (!existsSync(kept)) rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const [admin, owner, app] = [secret(), secret(), secret()];
  const passwordFile = join(folder, 'initdb-password');
  writeFileSync(passwordFile, admin, { mode: 0o600 });
  if (user) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const done = await run(
    join(binaries, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...locale],
    { cwd: '/', ...user },
  );
  rmSync(passwordFile, { force: true });
  if (!done.ok)
    throw new Sentence(
      `PostgreSQL could not make its data folder ${data}: ${done.output.slice(-800)}`,
      `PostgreSQL 无法初始化数据目录 ${data}，原因见上。`,
    );
  writeFileSync(kept, JSON.stringify({ admin, owner, app }), { mode: 0o600 });
  return { admin, owner, app };
}

const secret = () => randomBytes(18).toString('hex');

/**
 * The owner makes the tables; the application only works with rows. Neither is a superuser or passes row security.
 * @param {string} adminUrl
 * @param {{owner: string, app: string}} passwords hexadecimal, so they need no quoting
 */
async function roles(adminUrl, passwords) {
  for (const [role, password] of [
    ['lianban_owner', passwords.owner],
    ['lianban_app', passwords.app],
  ]) {
    const found = await query(adminUrl, 'SELECT FROM pg_roles WHERE rolname = $1', [role]);
    const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
    await query(
      adminUrl,
      `${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
    );
  }
}

/**
 * @param {string} adminUrl
 * @param {string} name
 */
export async function database(adminUrl, name) {
  const found = await query(adminUrl, 'SELECT FROM pg_database WHERE datname = $1', [name]);
  if (found.rowCount === 0) await query(adminUrl, `CREATE DATABASE "${name}" OWNER lianban_owner`);
}
