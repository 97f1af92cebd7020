import 'reflect-metadata';
import { join } from 'node:path';
import { Client } from 'pg';
import { readPolicyPack } from '../policy-pack.js';
import { packFolderOf } from '../seed-database.js';
import { playYear } from './play-year.js';

/**
 * `node prisma/seed/dist/year/main.js [institutions]`: plays a year on a seeded database that is nobody else's, prints
 * the scorecards and leaves with a code other than zero where a second calculation differs from them.
 */
const root = join(import.meta.dirname, '..', '..', '..', '..');
const { DATABASE_URL: databaseUrl, FILES_DIR: filesFolder } = process.env;
if (databaseUrl === undefined || filesFolder === undefined)
  throw new Error('DATABASE_URL and FILES_DIR name no database');
const institutions = Number(process.argv[2] ?? 500);
const SHOWN = 20;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const client = new Client({ connectionString: databaseUrl });
await client.connect();
const year = await playYear(client, await readPolicyPack(packFolderOf(root)), {
  databaseUrl,
  filesFolder,
  passwordHash: 'no password opens this',
  institutions,
  until: '2026-10-30T09:30:00.000Z',
  days: 245,
});
await client.end();
for (const { month, districts } of year.months) {
  print(`\n${month}   completed  on time    late  late in own court  mean h   p90 h`);
  for (const { name, completed, onTime, late, lateOwn, meanHours, p90Hours } of districts) {
    const figures = [completed, onTime, late, lateOwn, meanHours, p90Hours];
    const widths = [12, 9, 8, 19, 8, 8];
    print(
      figures.map((it, index) => String(it).padStart(widths[index] ?? 0)).join('') +
        `   ${name.zh} ${name.en}`,
    );
  }
}
print(
  `\n${institutions} institutions, ${year.cases} cases, ${year.facts} pieces of work of offices, ${year.moved} deadlines moved by the change of the calendar`,
);
print(
  `limits counted a second time: ${year.limits.counted}; with a stop, taken as the ledger says: ${year.limits.taken}`,
);
print(`${((performance.now() - began) / 1_000).toFixed(1)} s`);
for (const difference of year.differences.slice(0, SHOWN)) print(`✗ ${difference}`);
if (year.differences.length > 0) {
  print(`✗ ${year.differences.length} differences 处不一致`);
  process.exitCode = 1;
} else print('✓ every scorecard is as the second calculation says 全部记分与独立核算一致');
