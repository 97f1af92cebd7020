import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, City, eventually, type Nursery, type Person, type TaskAtHand } from '@lianban/testing';
import { Dice } from './dice.js';
import { lengths, timeLimit } from './lengths.js';
import { allDelivered } from './whole-story.js';

let city: City;
beforeAll(async () => {
  city = await City.open({ at: '2026-03-02T08:30:00+08:00', patience: 30_000 });
  await city.product.startAnotherWorker();
}, 240_000);
afterAll(() => city.close(), 60_000);

const colleagues = async ({ officeId }: TaskAtHand): Promise<[Person, Person]> => {
  const [slug, department] = officeId.split('.');
  return Promise.all([city.person(`${department}.${slug}`), city.person(`${department}.${slug}.b`)]);
};

const complete = (person: Person, task: TaskAtHand, key?: string): Promise<Answer> =>
  person.send('POST', `/api/tasks/${task.id}/complete`, {
    body: { version: task.version, outcome: 'ok', form: {} },
    ...(key === undefined ? {} : { key }),
  });

const completions = async (task: TaskAtHand): Promise<number> => {
  const [row] = await city.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM audit WHERE act = 'task.completed' AND object_id = $1`,
    [task.id],
  );
  return row?.count ?? 0;
};

describe('two clerks of one office', () => {
  it(
    'complete one task at the same instant: one wins, the other is told who and when',
    async () => {
      let rounds = 0;
      while (rounds < lengths.rounds) {
        const nursery = await city.register();
        await nursery.toLanes({ newBuildingOrChangeOfUse: true, infantClasses: 1 });
        const lanes = (await nursery.openTasks()).filter(({ node }) => node.startsWith('step_6'));
        for (const task of lanes) {
          const pair = await colleagues(task);
          const answers = await Promise.all(pair.map((person) => complete(person, task)));
          expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
            200, 409,
          ]);
          const lost = answers.find(({ status }) => status === 409);
          expect(lost?.body).toMatchObject({
            code: 'TASKS.ALREADY_COMPLETED',
            details: { by: expect.anything(), at: expect.any(String), outcome: 'ok' },
          });
          expect(await completions(task)).toBe(1);
          rounds += 1;
        }
      }
    },
    timeLimit(0) + lengths.rounds * 2_000,
  );
});

describe('one clerk, one Idempotency-Key', () => {
  it(
    'sent again while the api is killed: one completion, the same answer',
    async () => {
      const dice = new Dice(7);
      const nursery = await city.register();
      await nursery.toLanes();
      const lanes = (await nursery.openTasks()).filter(({ node }) => node.startsWith('step_6'));
      for (const task of lanes.slice(0, 2)) {
        const [person] = await colleagues(task);
        const key = randomUUID();
        const first = complete(person, task, key);
        await pause(dice.between(0, 25));
        await city.product.api.kill();
        const restarted = city.product.api.start();
        const again = await Promise.all([first, complete(person, task, key), complete(person, task, key)]);
        await restarted;
        expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
        expect(again.map(({ body }) => body)).toEqual(again.map(() => again[0].body));
        expect(await completions(task)).toBe(1);
      }
    },
    timeLimit(0),
  );
});

describe('two workers', () => {
  const nurseries: Nursery[] = [];

  it('share the deliveries: none is lost, and what comes twice has one effect', async () => {
    nurseries.push(...(await Promise.all(Array.from({ length: 12 }, () => city.register()))));
    await Promise.all(nurseries.map((nursery) => nursery.at('step_2')));
    // Handed over again although they are done, as by a relay that lost its report.
    await city.database.query(
      `UPDATE outbox SET done_at = NULL, hand_over_at = clock_timestamp() WHERE done_at IS NOT NULL`,
    );
    await allDelivered(city);
    const counted = await city.database.query<{ cases: number; tasks: number; effects: number }>(
      `SELECT count(DISTINCT c.id)::int AS cases, count(DISTINCT t.id)::int AS tasks, count(DISTINCT e.id)::int AS effects
       FROM case_file c LEFT JOIN task t ON t.case_id = c.id LEFT JOIN effect e ON e.case_id = c.id
       WHERE c.business_key = ANY($1)`,
      [nurseries.map(({ id }) => id)],
    );
    expect(counted).toEqual([{ cases: 12, tasks: 12, effects: 12 }]);
    const journal = await city.departments.journal();
    const effects = journal.filter((call) => call.effect && call.system === 'health-commission');
    expect(new Set(effects.map(({ key }) => key)).size).toBe(effects.length);
  }, 120_000);

  it('sweep together: no due row fires twice', async () => {
    await city.clock.passTo('2026-03-06T18:00:00+08:00');
    await city.clock.quiet();
    const [row] = await city.database.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM ladder_firing WHERE fired) AS firings,
         (SELECT count(*)::int FROM audit WHERE act = 'rung.fired') AS audited,
         (SELECT COALESCE(sum((SELECT count(*) FROM jsonb_array_elements(f.told) t WHERE t ? 'userId')), 0)::int
            FROM ladder_firing f) AS told,
         (SELECT COALESCE(sum(CASE kind WHEN 'rung' THEN 1 ELSE (payload ->> 'count')::int + more END), 0)::int
            FROM notice WHERE kind IN ('rung', 'rungs')) AS notices,
         (SELECT count(*)::int FROM (SELECT clock_id FROM clock_entry WHERE entry ->> 'kind' IN ('breached', 'late')
            GROUP BY clock_id HAVING count(*) > 1) twice) AS "breachedTwice"`,
    );
    expect(row?.['firings']).toBeGreaterThan(12);
    expect(row).toMatchObject({ audited: row?.['firings'], notices: row?.['told'], breachedTwice: 0 });
  }, 180_000);

  it('are not held up by a case that cannot be moved, and move it once it can', async () => {
    const [broken, sound] = [nurseries[0], nurseries[1]];
    if (!broken || !sound) throw new Error('there are twelve');
    const both = [broken, sound];
    for (const nursery of both) await nursery.complete('step_2', 'filing-needed', { banChecked: true });
    const caseId = await broken.caseId();
    const [kept] = await city.database.query<{ state: object }>('SELECT state FROM case_file WHERE id = $1', [
      caseId,
    ]);
    await city.database.query(`UPDATE case_file SET state = '{"format": 1}' WHERE id = $1`, [caseId]);
    await city.database.query(`UPDATE business_time SET offset_by = offset_by + interval '16 days'`);
    const reminded = (nursery: Nursery): Promise<true> =>
      eventually(
        `${nursery.row.name} is reminded`,
        async () => {
          const found = await city.database.query(
            `SELECT FROM audit a JOIN case_file c ON c.id = a.case_id WHERE c.business_key = $1 AND a.act = 'timer.fired'`,
            [nursery.id],
          );
          return found.length > 0 || undefined;
        },
        60_000,
      );
    await reminded(sound);
    await city.database.query('UPDATE case_file SET state = $2 WHERE id = $1', [caseId, kept?.state]);
    await reminded(broken);
  }, 180_000);
});
