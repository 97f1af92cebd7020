#!/usr/bin/env node
/**
 * The schema follows the migrations: reads the tables of a migrated database into `prisma/schema`, keeping names,
 * comments and files. A new table lands in `schema.prisma`: move it to the file of its context.
 *
 *     DATABASE_OWNER_URL=postgresql://… npm run schema:pull [-- --check]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from './schema-engine.mjs';

const folder = join(import.meta.dirname, 'schema');

/** @typedef {{path: string, content: string}} SchemaFile */

/** @returns {SchemaFile[]} */
export const schemaFiles = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .toSorted()
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }));

/**
 * @param {string} ownerUrl of a migrated database
 * @returns {Promise<SchemaFile[]>} the schema as it must be for this database
 */
export async function pulledSchema(ownerUrl) {
  const files = schemaFiles();
  const engine = await openEngine(
    ownerUrl,
    files.map(({ path, content }) => [path, content]),
  );
  try {
    const { schema } = await engine.session.introspect({
      schema: { files },
      baseDirectoryPath: folder,
      force: false,
      compositeTypeDepth: -1,
      namespaces: null,
    });
    return schema.files.map((/** @type {SchemaFile} */ file) => ({
      path: file.path,
      // The engine's own remark on checks says nothing that the head of schema.prisma doesn't.
      content: file.content.replaceAll(/^\/\/\/ This (table|model) .* requires additional setup.*\n/gm, ''),
    }));
  } finally {
    await engine.end();
  }
}

/**
 * @param {string} ownerUrl
 * @returns {Promise<SchemaFile[]>} the files that do not say what the database is
 */
async function driftedFiles(ownerUrl) {
  const said = new Map(schemaFiles().map(({ path, content }) => [path, content]));
  return (await pulledSchema(ownerUrl)).filter(({ path, content }) => said.get(path) !== content);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env['DATABASE_OWNER_URL'];
  if (!url) {
    console.error(
      'Set DATABASE_OWNER_URL to a migrated database. 请将 DATABASE_OWNER_URL 设为已迁移的数据库地址。',
    );
    process.exit(2);
  }
  const drifted = await driftedFiles(url);
  const checkOnly = process.argv.includes('--check');
  for (const { path, content } of drifted) {
    if (!checkOnly) writeFileSync(path, content);
    console.log(`${checkOnly ? 'differs from the migrations (npm run schema:pull)' : 'changed'}: ${path}`);
  }
  if (drifted.length === 0) console.log('schema: says what the migrations made');
  process.exit(checkOnly && drifted.length > 0 ? 1 : 0);
}
