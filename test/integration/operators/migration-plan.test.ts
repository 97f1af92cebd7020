import { randomUUID } from 'node:crypto';
import type { BulkOperationView, CaseDetail, MigrationRunView, Problem } from '@lianban/contracts';
import { City, eventually, type Person } from '@lianban/testing';
import { Client } from 'pg';
import { Desk, publish } from '../office-patterns/desk.js';

const reason = '新办事指南生效';

/** The first step has another id: a case that stands there needs a counterpart for it. */
const renamed = (xml: string): string =>
  xml
    .replaceAll('"draft"', '"first_draft"')
    .replaceAll('>draft<', '>first_draft<')
    .replaceAll('draft_review', 'first_draft_review')
    .replaceAll('start_draft', 'start_first_draft');

/** More than one piece of the operation. */
const CASES = 25;

describe('a plan for all open cases of a version', () => {
  let city: City;
  let admin: Person;
  let first: string;
  let second: string;
  let stays: Desk;
  const desks: Desk[] = [];
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    admin = await city.person('admin');
    first = await publish(city, 'joint-approval');
    stays = await Desk.open(city, 'joint-approval');
    while (desks.length < CASES - 1) {
      const desk = await Desk.open(city, 'joint-approval');
      await desk.complete('draft');
      desks.push(desk);
    }
    second = await publish(city, 'joint-approval', renamed);
  }, 120_000);
  afterAll(() => city.close());

  const order = (mapping: Readonly<Record<string, string>> = {}, key: string = randomUUID()) =>
    admin.send<BulkOperationView & Problem>('POST', '/api/migrations', {
      body: { from: first, definitionId: second, mapping, reason },
      key,
    });
  const run = (query = ''): Promise<MigrationRunView> =>
    admin.get(`/api/definitions/${first}/migration${query}`);
  const through = (id: string): Promise<BulkOperationView> =>
    eventually(
      'the plan is through',
      async () => {
        const { operation } = await run();
        return operation?.id === id && operation.state === 'done' && operation;
      },
      60_000,
    );

  it('was never ordered: there is nothing to see', async () => {
    expect(await run()).toEqual({ items: [] });
  });

  it('goes on with another worker where one was killed in the middle, moves each case once, and says which stayed and why', async () => {
    const holder = new Client({ connectionString: city.database.ownerUrl });
    await holder.connect();
    let ordered: BulkOperationView;
    try {
      // Somebody works on a case of the second piece: the worker waits for them, and dies meanwhile.
      await holder.query('BEGIN');
      await holder.query('SELECT FROM case_file WHERE id = $1 FOR UPDATE', [desks[22]?.caseId]);
      const key = randomUUID();
      const [clicked, again, elsewhere] = await Promise.all([order({}, key), order({}, key), order()]);
      ordered = clicked.body;
      for (const { status, body } of [clicked, again, elsewhere])
        expect([status, body.id]).toEqual([200, ordered.id]);
      const other = await order({ draft: 'first_draft' });
      expect([other.status, other.body.code]).toEqual([409, 'MIGRATION.PLAN_UNDER_WAY']);
      await eventually('the worker waits in the second piece', async () => {
        const waiting = await holder.query(
          'SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))',
        );
        return (waiting.rowCount ?? 0) > 0;
      });
      await city.product.worker.kill();
      const half = await run();
      expect(half.operation).toMatchObject({
        state: 'running',
        total: CASES,
        looked: 20,
        changed: 19,
        failed: 1,
      });
      expect(half.items).toHaveLength(20);
      await holder.query('ROLLBACK');
    } finally {
      await holder.end();
    }
    await city.product.worker.start();
    expect(await through(ordered.id)).toMatchObject({ looked: CASES, changed: CASES - 1, failed: 1 });

    const page = await run('?limit=10');
    const rest = await run(`?limit=50&after=${page.next}`);
    const verdicts = [...page.items, ...rest.items];
    expect(verdicts.map(({ caseId }) => caseId)).toEqual(
      [stays, ...desks].map(({ caseId }) => caseId).toSorted(),
    );
    expect(verdicts.filter(({ verdict }) => verdict === 'refused')).toMatchObject([
      {
        caseId: stays.caseId,
        code: 'MIGRATION.UNMAPPED',
        why: { zh: expect.stringMatching(/对应/), en: expect.stringMatching(/Map it/) },
      },
    ]);
    const rows = await city.database.query<{ times: number; who: string; cases: number }>(
      `SELECT count(*)::int AS times, count(DISTINCT case_id)::int AS cases, min(actor_name) AS who
        FROM audit WHERE act = 'case.migrated' AND ground = $1`,
      [reason],
    );
    expect(rows).toMatchObject([{ times: CASES - 1, cases: CASES - 1, who: ordered.startedBy.name }]);
    const files = await Promise.all(
      desks.slice(0, 3).map((desk) => admin.get<CaseDetail>(`/api/cases/${desk.caseId}`)),
    );
    expect(new Set(files.map(({ definitionId }) => definitionId))).toEqual(new Set([second]));
    expect((await stays.file()).definitionId).toBe(first);
  }, 120_000);

  it('may be ordered anew for what stayed, with a counterpart; and then nothing stays', async () => {
    const ordered = await order({ draft: 'first_draft' });
    expect(await through(ordered.body.id)).toMatchObject({ total: 1, changed: 1, failed: 0 });
    expect(await stays.stands()).toEqual(['first_draft']);
    const same = await admin.send<Problem>('POST', '/api/migrations', {
      body: { from: second, definitionId: second, mapping: {}, reason },
    });
    expect([same.status, same.body.code]).toEqual([409, 'MIGRATION.SAME_VERSION']);
  });

  it('that was paused blocks another one, and that was ended does not', async () => {
    await city.product.worker.kill();
    const back = (definitionId: string) =>
      admin.send<BulkOperationView & Problem>('POST', '/api/migrations', {
        body: { from: second, definitionId, mapping: { first_draft: 'draft' }, reason },
      });
    const third = await publish(city, 'joint-approval', (xml) =>
      renamed(xml).replace('name="审核"', 'name="复核"'),
    );
    const { body } = await back(first);
    await admin.post(`/api/bulk-operations/${body.id}/pause`);
    expect((await back(third)).body.code).toBe('MIGRATION.PLAN_UNDER_WAY');
    await admin.post(`/api/bulk-operations/${body.id}/cancel`);
    const next = await back(third);
    expect(next.status).toBe(200);
    expect(next.body.id).not.toBe(body.id);
  });
});
