import { setTimeout as pause } from 'node:timers/promises';
import type { CaseOpened } from '@lianban/application';
import { City, eventually } from '@lianban/testing';
import { publish } from '../office-patterns/desk.js';
import { Dice } from './dice.js';
import { lengths, timeLimit } from './lengths.js';

const BATCH = 20;

interface Outcome {
  readonly late: boolean;
  readonly completions: number;
  readonly met: number;
  readonly breached: number;
  readonly noted: boolean;
  readonly entered: number;
  readonly fired: number;
  readonly audited: number;
  readonly early: number;
}

/** A statutory period runs out while the task is being completed, with two sweepers at work. */
describe('completion against deadline', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', patience: 30_000 });
    await city.product.startAnotherWorker();
    await publish(city, 'by-law');
  }, 240_000);
  afterAll(() => city.close(), 60_000);

  /** All due in one instant, close to which business time then stands. */
  const openBatch = async (): Promise<readonly CaseOpened[]> => {
    const clerk = await city.person('health.dinghai');
    return Promise.all(
      Array.from({ length: BATCH }, () =>
        clerk.post<CaseOpened>('/api/cases', {
          definitionKey: 'by-law',
          title: '限期办件',
          district: '330902',
          data: {},
        }),
      ),
    );
  };

  const bringNear = (caseId: string): Promise<unknown> =>
    city.database.query(
      `UPDATE business_time SET offset_by = make_interval(secs => extract(epoch FROM k.due_at - clock_timestamp())::float8 - 0.4)
       FROM clock k WHERE k.case_id = $1`,
      [caseId],
    );

  const outcomes = (cases: readonly string[]): Promise<readonly Outcome[]> =>
    city.database.query<Outcome & Record<string, unknown>>(
      `SELECT t.closed_at > k.due_at AS late,
         (SELECT count(*)::int FROM audit a WHERE a.act = 'task.completed' AND a.object_id = t.id::text) AS completions,
         (SELECT count(*)::int FROM clock_entry e WHERE e.clock_id = k.id AND e.entry ->> 'kind' = 'met') AS met,
         (SELECT count(*)::int FROM clock_entry e WHERE e.clock_id = k.id AND e.entry ->> 'kind' = 'breached') AS breached,
         k.breached_at IS NOT NULL AS noted,
         (SELECT count(*)::int FROM accountability_entry b WHERE b.clock_id = k.id AND b.kind = 'breached') AS entered,
         (SELECT count(*)::int FROM ladder_firing f WHERE f.clock_id = k.id AND f.fired) AS fired,
         (SELECT count(*)::int FROM audit a WHERE a.act = 'rung.fired' AND a.object_id = k.id::text) AS audited,
         (SELECT count(*)::int FROM ladder_firing f WHERE f.clock_id = k.id AND f.fired_at < f.planned_at) AS early
       FROM task t JOIN clock k ON k.case_id = t.case_id WHERE t.case_id = ANY($1)`,
      [cases],
    );

  it(
    'one of them wins, and task, clock, trail, ledger of accountability and notices say the same',
    async () => {
      const dice = new Dice(20_261_125);
      const clerk = await city.person('health.dinghai');
      let [inTime, late] = [0, 0];
      for (let round = 0; round < lengths.deadlines; round += BATCH) {
        const batch = await openBatch();
        await bringNear(batch[0]?.case.id ?? '');
        await Promise.all(
          batch.map(async ({ tasks }) => {
            const [task] = tasks;
            await pause(dice.between(0, 1_600));
            await clerk.post(`/api/tasks/${task?.id}/complete`, { version: task?.version, form: {} });
          }),
        );
        const ids = batch.map(({ case: { id } }) => id);
        await eventually(
          'nothing of the batch falls due any more',
          async () =>
            (await city.database.query('SELECT FROM due WHERE case_id = ANY($1)', [ids])).length === 0,
        );
        for (const outcome of await outcomes(ids)) {
          const once = outcome.late ? 1 : 0;
          expect(outcome).toMatchObject({
            completions: 1,
            met: 1,
            breached: once,
            noted: outcome.late,
            entered: once,
            audited: outcome.fired,
            early: 0,
          });
          if (outcome.late) late += 1;
          else inTime += 1;
        }
      }
      expect(Math.min(inTime, late)).toBeGreaterThan(lengths.deadlines / 10);
    },
    timeLimit(0) + lengths.deadlines * 500,
  );
});
