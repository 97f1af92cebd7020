#!/usr/bin/env node
/**
 * Applies the migrations of `prisma/migrations` in order, with the same engine and the same `_prisma_migrations` table
 * as `prisma migrate deploy`, but as WebAssembly: the engine's binary comes from a host that many networks block.
 *
 *     DATABASE_OWNER_URL=postgresql://… node prisma/migrate.mjs
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, 'migrations');
// The engine belongs to the persistence library; wherever npm put it, that library can see it.
const require = createRequire(join(import.meta.dirname, '..', 'libs', 'persistence', 'package.json'));
/** @param {string} name */
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

/** Where the engine leaves its last words when it panics; without the place, the words would be lost in a TypeError. */
const panics = { message: '', set_message: (/** @type {string} */ text) => void (panics.message = text) };
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });

/** The engine wants a schema to know the provider; the tables are in the migrations alone. */
const datamodel = 'datasource db {\n  provider = "postgresql"\n}\n';

/** One at a time over all processes that start together: a lock of the session, freed by its end. */
const lock = 0x6c69616e;

/**
 * @param {string} ownerUrl
 * @returns {Promise<string[]>} the names of the migrations applied now
 */
export async function migrate(ownerUrl) {
  const [{ default: pg }, { PrismaPg }, { bindMigrationAwareSqlAdapterFactory }, engine] = await Promise.all([
    load('pg'),
    load('@prisma/adapter-pg'),
    load('@prisma/driver-adapter-utils'),
    loadEngine(),
  ]);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { factory, connections } = wholeScripts(new PrismaPg({ connectionString: ownerUrl }));
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    await forgetFailures(client);
    const session = await engine.SchemaEngine.new(
      { datamodels: [['prisma/schema.prisma', datamodel]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await session.applyMigrations({
      migrationsList: migrations(),
      filters,
    });
    return appliedMigrationNames;
  } finally {
    // The engine's own lock lives as long as its connections.
    await Promise.all(connections.map((connection) => connection.dispose()));
    await client.end();
  }
}

/**
 * The adapter (7.10.0) cuts a script at every semicolon, those in comments, texts and function bodies too. PostgreSQL
 * can read a script by itself, and runs it as one transaction: a migration applies whole or not at all.
 * @param {any} factory
 */
function wholeScripts(factory) {
  /** @type {any[]} */
  const connections = [];
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = (/** @type {string} */ script) =>
      adapter.client.query(script).then(
        () => undefined,
        (/** @type {unknown} */ error) => adapter.onError(error),
      );
    connections.push(adapter);
    return adapter;
  };
  return { factory, connections };
}

/**
 * Because a script applies whole or not at all, one that failed left nothing to repair: it may be tried again.
 * @param {import('pg').Client} client
 */
async function forgetFailures(client) {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS journal");
  if (rows[0]?.journal === null) return;
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}

function migrations() {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** @type {Promise<any> | undefined} */
let engineOnce;

/** Once a process: a second instance would be handed the memory addresses of the first. */
const loadEngine = () => (engineOnce ??= instantiateEngine());

async function instantiateEngine() {
  const glue = await load('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = require
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const compiled = new WebAssembly.Module(readFileSync(wasm));
  const { exports } = new WebAssembly.Instance(compiled, { './schema_engine_bg.js': glue });
  glue['__wbg_set_wasm'](exports);
  exports['__wbindgen_start']();
  return glue;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env['DATABASE_OWNER_URL'];
  if (!url) {
    console.error(
      'Set DATABASE_OWNER_URL to the database, as the role that owns it. 请将 DATABASE_OWNER_URL 设为属主角色的数据库地址。',
    );
    process.exit(2);
  }
  const applied = await migrate(url);
  console.log(applied.length === 0 ? 'migrations: up to date' : `migrations: applied ${applied.join(', ')}`);
}
