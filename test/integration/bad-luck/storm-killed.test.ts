import {
  type ChildProgram,
  City,
  eventually,
  type OwnPostgres,
  ownPostgres,
  seedDeadlines,
  seedOpenTasks,
} from '@lianban/testing';
import { Dice } from './dice.js';
import { lengths, timeLimit } from './lengths.js';

/** A seeded case has four open tasks; one of them gets a deadline. */
const TASKS_OF_CASE = 4;
const DEADLINES = lengths.storm * lengths.storms;
const STORM_CASES = `SELECT id FROM case_file WHERE case_no LIKE 'L-%'`;

interface Struck {
  readonly victim: string;
  /** How many deadlines of its storm had fired when it was killed. */
  readonly fired: number;
}

/** What each clock of the storms must show once, whatever was killed meanwhile. */
interface ClockTrace {
  readonly firings: number;
  readonly audited: number;
  readonly overrun: number;
  readonly early: number;
  readonly pending: number;
}

describe('kill -9 of worker and PostgreSQL in a storm of deadlines', () => {
  let postgres: OwnPostgres;
  let city: City;
  let victims: Readonly<Record<string, readonly ChildProgram[]>>;

  beforeAll(async () => {
    postgres = await ownPostgres();
    city = await City.open({ postgres: postgres.server, withWorker: false, patience: lengths.patience });
    const { ownerUrl } = city.database;
    await seedOpenTasks(ownerUrl, { open: DEADLINES * TASKS_OF_CASE });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await seedDeadlines(ownerUrl, { count: DEADLINES, from: tomorrow, spreadMs: 0 });
    const [, other] = await Promise.all([city.product.worker.start(), city.product.startAnotherWorker()]);
    const { worker } = city.product;
    victims = {
      worker: [worker],
      'other worker': [other],
      'both workers': [worker, other],
      postgres: [postgres.program],
      'postgres and worker': [postgres.program, worker],
    };
  }, 300_000);
  afterAll(async () => {
    await city.close();
    await postgres.remove();
  }, 60_000);

  const count = async (from: string, values: readonly unknown[] = []): Promise<number> => {
    const [row] = await city.database.query<{ count: number }>(`SELECT count(*)::int FROM ${from}`, values);
    return row?.count ?? 0;
  };
  const fired = (): Promise<number> => count(`ladder_firing WHERE fired AND case_id IN (${STORM_CASES})`);

  /** The next so many deadlines fall due in one instant, half a second from now. */
  const breaks = (): Promise<unknown> =>
    city.database.query(
      `WITH near AS (SELECT date_trunc('milliseconds', business_now() + interval '500 ms') AS at),
         chosen AS (SELECT d.id, d.clock_id, d.case_id FROM due d JOIN case_file c ON c.id = d.case_id
           WHERE d.kind = 'rung' AND d.at > business_now() + interval '1 hour' AND c.case_no LIKE 'L-%'
           ORDER BY c.case_no LIMIT $1),
         clocks AS (UPDATE clock k SET due_at = near.at, started_at = near.at - interval '3 days'
           FROM near, chosen x WHERE k.id = x.clock_id RETURNING k.case_id, k.node),
         tasks AS (UPDATE task t SET due_at = near.at FROM near, clocks k
           WHERE t.case_id = k.case_id AND t.node = k.node AND t.status = 'open')
       UPDATE due d SET at = near.at, payload = jsonb_build_object('schedule', (
         SELECT jsonb_agg(act || jsonb_build_object('at', to_char(near.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY place)
         FROM jsonb_array_elements(d.payload -> 'schedule') WITH ORDINALITY AS s(act, place)))
       FROM near, chosen x WHERE d.id = x.id`,
      [lengths.storm],
    );

  const strike = async (victim: string, after: number, before: number): Promise<Struck> => {
    const seen = await eventually(
      'the storm has begun',
      async () => {
        const now = (await fired()) - before;
        return now >= after ? { now } : undefined;
      },
      60_000,
    );
    const programs = victims[victim] ?? [];
    await Promise.all(programs.map((program) => program.kill()));
    for (const program of programs) await program.start();
    return { victim, fired: seen.now };
  };

  it(
    'every deadline fires once, the trail and the notices say the same, and nothing is lost',
    async () => {
      const dice = new Dice(20_261_125);
      const struck: Struck[] = [];
      for (let storm = 1; storm <= lengths.storms; storm += 1) {
        const before = await fired();
        await breaks();
        struck.push(
          await strike(dice.pick(Object.keys(victims)), dice.between(0, lengths.storm / 2), before),
        );
        await eventually(
          `storm ${storm} is over`,
          async () => (await fired()) >= storm * lengths.storm,
          90_000 + lengths.patience,
        );
      }
      // Struck between storms would prove nothing.
      expect(struck.filter((it) => it.fired < lengths.storm).length).toBeGreaterThan(lengths.storms / 2);
      await eventually(
        'everything is delivered',
        async () => (await count('outbox WHERE done_at IS NULL')) === 0,
        90_000 + lengths.patience,
      );
      await expectEachOnce();
      await expectEverybodyTold();
    },
    timeLimit(lengths.storms * 20_000),
  );

  const expectEachOnce = async (): Promise<void> => {
    const clocks = await city.database.query<ClockTrace & Record<string, unknown>>(
      `SELECT (SELECT count(*)::int FROM ladder_firing f WHERE f.clock_id = k.id AND f.fired) AS firings,
         (SELECT count(*)::int FROM audit a WHERE a.case_id = k.case_id AND a.act = 'rung.fired' AND a.object_id = k.id::text) AS audited,
         (SELECT count(*)::int FROM clock_entry e WHERE e.clock_id = k.id AND e.entry ->> 'kind' IN ('breached', 'late')) AS overrun,
         (SELECT count(*)::int FROM ladder_firing f WHERE f.clock_id = k.id AND f.fired_at < f.planned_at) AS early,
         (SELECT count(*)::int FROM due d WHERE d.clock_id = k.id) AS pending
       FROM clock k WHERE k.case_id IN (${STORM_CASES})`,
    );
    expect(clocks).toHaveLength(DEADLINES);
    const once: ClockTrace = { firings: 1, audited: 1, overrun: 1, early: 0, pending: 0 };
    expect(clocks.filter((clock) => JSON.stringify(clock) !== JSON.stringify(once))).toEqual([]);
  };

  /** A notice of one rung counts once, a list as many as it says. */
  const expectEverybodyTold = async (): Promise<void> => {
    const people = await city.database.query<{ told: number; noticed: number }>(
      `SELECT COALESCE(t.told, 0)::int AS told, COALESCE(n.noticed, 0)::int AS noticed
       FROM (SELECT who ->> 'userId' AS id, count(*) AS told FROM ladder_firing f, jsonb_array_elements(f.told) who
           WHERE f.fired GROUP BY 1) t
         FULL JOIN (SELECT to_id AS id, sum(COALESCE((payload ->> 'count')::int + more, 1)) AS noticed FROM notice
           WHERE kind IN ('rung', 'rungs') GROUP BY 1) n USING (id)`,
    );
    expect(people.length).toBeGreaterThan(0);
    expect(people.filter(({ told, noticed }) => told !== noticed)).toEqual([]);
    expect(people.reduce((sum, { told }) => sum + told, 0)).toBeGreaterThanOrEqual(DEADLINES);
  };
});
