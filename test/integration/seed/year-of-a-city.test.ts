import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneTestDatabase, type TestDatabase } from '@lianban/testing';
import { Client } from 'pg';
import { readPolicyPack } from '../../../prisma/seed/policy-pack.js';
import { packFolderOf } from '../../../prisma/seed/seed-database.js';
import { readDoneWork } from '../../../prisma/seed/year/done-work.js';
import { OfficeDays } from '../../../prisma/seed/year/office-days.js';
import { playYear } from '../../../prisma/seed/year/play-year.js';
import { recalculate } from '../../../prisma/seed/year/recalculate.js';

const root = join(import.meta.dirname, '..', '..', '..');

/** `npm run demo:time` shortened: Spring Festival, its make-up days and the closure in April. */
describe('a quarter on the test clock', () => {
  let database: TestDatabase;
  let folder: string;
  let client: Client;
  beforeAll(async () => {
    database = await cloneTestDatabase({ seeded: true });
    await database.query('UPDATE business_time SET movable = true');
    folder = await mkdtemp(join(tmpdir(), 'lianban-year-'));
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives scorecards that a second, naive calculation finds as well', async () => {
    const pack = await readPolicyPack(packFolderOf(root));
    const year = await playYear(client, pack, {
      databaseUrl: database.url,
      filesFolder: folder,
      passwordHash: 'no password opens this',
      institutions: 25,
      until: '2026-04-30T09:30:00.000Z',
      days: 70,
    });
    expect(year.differences).toEqual([]);
    expect(year.months.map(({ month }) => month)).toEqual(
      expect.arrayContaining(['2026-02', '2026-03', '2026-04']),
    );
    expect(year.moved).toBeGreaterThan(0);
    expect(year.limits.counted).toBeGreaterThan(year.limits.taken);
    const late = year.months.flatMap(({ offices }) => offices).filter((row) => row.late > 0);
    expect(late.length).toBeGreaterThan(0);
  }, 240_000);

  it('and one that forgets two days of Spring Festival finds differences', async () => {
    const forgetful = new OfficeDays({ off: [], work: ['2026-02-16', '2026-02-17'] });
    const calendars = { changedAt: Infinity, before: forgetful, after: forgetful };
    const { differences } = recalculate(await readDoneWork(client), calendars);
    expect(differences.length).toBeGreaterThan(0);
  });
});
