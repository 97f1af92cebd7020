#!/usr/bin/env node
/**
 * Applies the migrations of `prisma/migrations` in order, with the same engine and the same `_prisma_migrations` table
 * as `prisma migrate deploy`, but as WebAssembly: the engine's binary comes from a host that many networks block.
 *
 *     DATABASE_OWNER_URL=postgresql://… node prisma/migrate.mjs
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load, openEngine } from './schema-engine.mjs';

const folder = join(import.meta.dirname, 'migrations');

/** The engine wants a schema to know the provider; what is applied is in the migrations alone. */
const datamodel = 'datasource db {\n  provider = "postgresql"\n}\n';

/** One at a time over all processes that start together: a lock of the session, freed by its end. */
const lock = 0x6c69616e;

/**
 * @param {string} ownerUrl
 * @returns {Promise<string[]>} the names of the migrations applied now
 */
export async function migrate(ownerUrl) {
  const { default: pg } = await load('pg');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const engine = await openEngine(ownerUrl, [['prisma/schema.prisma', datamodel]]);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    await forgetFailures(client);
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.session.applyMigrations({
      migrationsList: migrations(),
      filters,
    });
    return appliedMigrationNames;
  } finally {
    await engine.end();
    await client.end();
  }
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
