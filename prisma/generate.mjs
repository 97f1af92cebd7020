#!/usr/bin/env node
/** `npm run generate`: Prisma's client from `prisma/schema`, when the schema or Prisma changed since the last time. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { schemaFiles } from './schema-files.mjs';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'libs', 'persistence', 'src', 'generated', 'prisma', 'made-from');
const require = createRequire(join(root, 'package.json'));
const prisma = require('prisma/package.json');

const hash = createHash('sha256').update(prisma.version);
for (const { content } of schemaFiles()) hash.update(content);
const mark = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== mark) {
  const program = require.resolve(`prisma/${prisma.bin.prisma}`);
  const done = spawnSync(
    process.execPath,
    [program, 'generate', '--schema', join(root, 'prisma', 'schema'), '--no-hints'],
    {
      cwd: root,
      encoding: 'utf8',
      // Generating needs no engine; Prisma would download one all the same unless it is told that it has it.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    },
  );
  if (done.status !== 0) {
    console.error(`${done.stdout}${done.stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, mark);
}
