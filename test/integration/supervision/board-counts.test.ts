import { BoardReader, FoldOpenWork, type BoardCounts, OpenWork, UnitOfWork } from '@lianban/application';
import { engineActor } from '@lianban/domain';
import { PersistenceModule } from '@lianban/persistence';
import { cloneTestDatabase, seedOpenTasks, type TestDatabase } from '@lianban/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { Dice } from '../bad-luck/dice.js';

const DINGHAI = '330902';

/** What the board says, counted task by task. */
const PLAIN = `WITH open AS (SELECT t.office_id, t.due_at, t.mark, business_now() AS now FROM task t
    WHERE t.tenant = $1 AND t.status = 'open' AND ($2::text IS NULL OR t.district = $2)),
  offices AS (SELECT office_id AS id, count(*)::integer AS open, (count(*) FILTER (WHERE mark = 'due-soon' AND due_at >= now))::integer AS "dueSoon",
    (count(*) FILTER (WHERE due_at < now))::integer AS overdue FROM open GROUP BY office_id)
  SELECT jsonb_build_object('dueToday', (SELECT count(*) FROM open WHERE due_at >= now AND due_at < $3::timestamptz),
    'dueSoon', (SELECT COALESCE(sum("dueSoon"), 0) FROM offices), 'overdue', (SELECT COALESCE(sum(overdue), 0) FROM offices),
    'openCases', (SELECT count(*) FROM case_file c WHERE c.tenant = $1 AND c.status = 'open' AND ($2::text IS NULL OR c.district = $2)),
    'byOffice', COALESCE((SELECT jsonb_agg(o ORDER BY o.id) FROM offices o), '[]')) AS plain`;

/** What may happen to a few tasks and cases, each by one statement as the product writes it. */
const ACTS = [
  `UPDATE task SET status = 'completed', closed_at = business_now() WHERE id IN (SELECT id FROM task WHERE status = 'open' AND random() < 0.3 LIMIT 9)`,
  `UPDATE task SET status = 'cancelled', closed_at = business_now() WHERE id IN (SELECT id FROM task WHERE status = 'open' AND random() < 0.3 LIMIT 4)`,
  `UPDATE task SET status = 'open', closed_at = NULL WHERE id IN (SELECT id FROM task WHERE status <> 'open' AND random() < 0.3 LIMIT 7)`,
  `UPDATE task SET due_at = business_now() + (random() - 0.5) * interval '3 days' WHERE id IN (SELECT id FROM task WHERE random() < 0.2 LIMIT 30)`,
  `UPDATE task SET due_at = business_now() + (random() - 0.5) * interval '2 hours' WHERE id IN (SELECT id FROM task WHERE random() < 0.2 LIMIT 30)`,
  `UPDATE task SET due_at = 'infinity', mark = 'paused' WHERE id IN (SELECT id FROM task WHERE random() < 0.2 LIMIT 9)`,
  `UPDATE task SET mark = (ARRAY['none', 'due-soon', 'overdue', 'paused'])[1 + floor(random() * 4)::integer] WHERE id IN (SELECT id FROM task WHERE random() < 0.2 LIMIT 30)`,
  `UPDATE task SET office_id = o.id, department = o.department, district = o.district, assignee = NULL
   FROM (SELECT * FROM office ORDER BY random() LIMIT 1) o WHERE task.id IN (SELECT id FROM task WHERE random() < 0.2 LIMIT 9)`,
  `UPDATE task SET version = version + 1 WHERE id IN (SELECT id FROM task WHERE random() < 0.2 LIMIT 9)`,
  `INSERT INTO task SELECT (t).* FROM (SELECT jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'token', uuidv7())) AS t
     FROM task t WHERE random() < 0.2 LIMIT 9) x`,
  `DELETE FROM task WHERE id IN (SELECT id FROM task WHERE random() < 0.2 LIMIT 3)`,
  `UPDATE case_file SET status = CASE status WHEN 'open' THEN 'ended' ELSE 'open' END WHERE id IN (SELECT id FROM case_file WHERE case_no LIKE 'L-%' AND random() < 0.2 LIMIT 5)`,
  `UPDATE business_time SET offset_by = offset_by + (random() - 0.4) * interval '9 hours'`,
];

describe('the counts of the board', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let owner: Client;
  let tenant: string;
  beforeAll(async () => {
    database = await cloneTestDatabase({ seeded: true });
    await seedOpenTasks(database.ownerUrl, { open: 2_000 });
    app = await NestFactory.createApplicationContext(PersistenceModule.connect(database.url), {
      logger: false,
    });
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const [row] = await database.query<{ tenant: string }>('SELECT tenant FROM task LIMIT 1');
    tenant = row?.tenant ?? '';
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await app.close();
    await database.drop();
  });

  const fold = (): Promise<number> => new FoldOpenWork(app.get(UnitOfWork), app.get(OpenWork)).run(tenant);

  const said = async (dayEnds: string, district?: string): Promise<unknown> => {
    const counts = await app
      .get(UnitOfWork)
      .readAs(engineActor(tenant), (tx) => app.get(BoardReader).counts(tx, tenant, dayEnds, district));
    return comparable(counts);
  };

  const counted = async (dayEnds: string, district?: string): Promise<unknown> => {
    const { rows } = await owner.query<{ plain: unknown }>(PLAIN, [tenant, district ?? null, dayEnds]);
    return rows[0]?.plain;
  };

  const expectBoardToAgree = async (): Promise<void> => {
    const { rows } = await owner.query<{ now: Date }>('SELECT business_now() AS now');
    const now = (rows[0]?.now ?? new Date()).getTime();
    // The end of a day of Zhoushan, of a place whose midnight lies within a span, and of this very hour.
    for (const later of [0.2, 9.5, 17.25]) {
      const dayEnds = new Date(now + later * 3_600_000).toISOString();
      for (const district of [undefined, DINGHAI])
        expect(await said(dayEnds, district)).toEqual(await counted(dayEnds, district));
    }
  };

  it('are what a plain count says after random acts, folded or not', async () => {
    const dice = new Dice(20261125);
    await owner.query('SELECT setseed(0.25)');
    await expectBoardToAgree();
    for (let round = 0; round < 60; round += 1) {
      for (let act = 0; act < 4; act += 1) await owner.query(dice.pick(ACTS));
      if (dice.next() < 0.4) await fold();
      await expectBoardToAgree();
    }
    await fold();
    expect(await database.query('SELECT count(*)::integer AS n FROM open_work_change')).toEqual([{ n: 0 }]);
    expect(
      await database.query('SELECT * FROM open_work WHERE tasks = 0 AND due_soon = 0 AND cases = 0'),
    ).toEqual([]);
    await expectBoardToAgree();
  }, 120_000);

  it('lose and double nothing where tasks change while two fold', async () => {
    const writers = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const client = new Client({ connectionString: database.ownerUrl });
        await client.connect();
        return client;
      }),
    );
    const written = new AbortController();
    const folding = [0, 1].map(async () => {
      while (!written.signal.aborted) await fold();
    });
    await Promise.all(
      writers.map(async (client, place) => {
        for (let act = 0; act < 60; act += 1)
          await client.query(
            `UPDATE task SET due_at = business_now() + $2 * interval '1 hour', mark = 'due-soon'
             WHERE id IN (SELECT id FROM task WHERE hashtext(id::text) % 4 = $1 ORDER BY id OFFSET $2 LIMIT 5)`,
            [place, act],
          );
      }),
    );
    written.abort();
    await Promise.all(folding);
    await Promise.all(writers.map((client) => client.end()));
    await expectBoardToAgree();
    await fold();
    await expectBoardToAgree();
  }, 60_000);
});

const comparable = ({ dueToday, dueSoon, overdue, openCases, byOffice }: BoardCounts): unknown => ({
  dueToday,
  dueSoon,
  overdue,
  openCases,
  byOffice: byOffice
    .map(({ office, ...counts }) => ({ id: office.id, ...counts }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});
