import { isDeepStrictEqual } from 'node:util';
import type { EmergencyListView, EmergencyView } from '@lianban/contracts';
import { type ChildProgram, City, eventually, type Person } from '@lianban/testing';
import { countedProcess } from '../clocks/counted-process.js';
import { Dice } from './dice.js';
import { lengths, timeLimit } from './lengths.js';

const DISTRICTS = ['330902', '330903', '330921'];
/** So many requests open cases side by side. */
const AT_ONCE = 10;

/** What one clock must show, whatever was killed meanwhile. */
interface ClockTrace {
  readonly state: string;
  readonly stops: number;
  readonly resumptions: number;
  readonly audited: number;
  /** Holders of the step's time, one after the other. */
  readonly court: string;
  /** Rows that wait for its next rung. */
  readonly pending: number;
}

const ONCE = { stops: 1, resumptions: 0, audited: 1, court: 'office suspended', pending: 0 };
const STOPPED: ClockTrace = { ...ONCE, state: 'stopped' };
const RUNNING: ClockTrace = {
  ...ONCE,
  state: 'running',
  resumptions: 1,
  audited: 2,
  court: 'office suspended office',
  pending: 1,
};

describe('kill -9 of the worker while an emergency stops clocks, and while they are let run again', () => {
  let city: City;
  let admin: Person;
  let workers: readonly ChildProgram[];
  beforeAll(async () => {
    city = await City.open({ at: '2026-11-23T09:00:00+08:00', patience: lengths.patience });
    workers = [city.product.worker, await city.product.startAnotherWorker()];
    admin = await city.person('admin');
    await admin.post('/api/definitions', {
      xml: countedProcess('visit-on-site', [
        { id: 'visit', scope: 'unit', days: 5, stoppedBy: 'force-majeure' },
      ]),
      manifest: { pack: 'zhoushan-childcare' },
    });
    for (let opened = 0; opened < lengths.emergencyCases; opened += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => openCase(opened + place)));
  }, 300_000);
  afterAll(() => city.close(), 60_000);

  const openCase = (no: number): Promise<unknown> =>
    admin.post('/api/cases', {
      definitionKey: 'visit-on-site',
      title: `现场核实 ${no}`,
      district: DISTRICTS[no % DISTRICTS.length],
      data: { startedAt: '2026-11-23T09:00:00+08:00' },
    });

  const turned = async (entry: 'stopped' | 'resumed'): Promise<number> => {
    const [row] = await city.database.query<{ count: number }>(
      `SELECT count(*)::int FROM clock_entry WHERE entry ->> 'kind' = $1 AND entry ->> 'ground' LIKE 'emergency:%'`,
      [entry],
    );
    return row?.count ?? 0;
  };

  /** Strikes while so many clocks have turned, later each time; answers how many had when it struck. */
  const strike = async (entry: 'stopped' | 'resumed', dice: Dice): Promise<readonly number[]> => {
    const share = Math.floor(lengths.emergencyCases / lengths.emergencyStrikes);
    const struck: number[] = [];
    for (let round = 0; round < lengths.emergencyStrikes; round += 1) {
      const after = round * share + dice.between(0, share - 1);
      const seen = await eventually(
        `${after} clocks are ${entry}`,
        async () => {
          const now = await turned(entry);
          return now >= after ? { now } : undefined;
        },
        60_000 + lengths.patience,
      );
      const victims = dice.pick([workers, workers, workers.slice(0, 1), workers.slice(1)]);
      await Promise.all(victims.map((worker) => worker.kill()));
      struck.push(seen.now);
      for (const worker of victims) await worker.start();
    }
    return struck;
  };

  const through = (id: string, which: 'stopping' | 'lifting'): Promise<EmergencyView> =>
    eventually(
      `the ${which} is through`,
      async () => {
        const { items } = await admin.get<EmergencyListView>('/api/emergencies');
        const found = items.find((one) => one.id === id);
        return found?.[which]?.state === 'done' && found;
      },
      60_000 + lengths.patience,
    );

  const traces = (): Promise<readonly ClockTrace[]> =>
    city.database.query<ClockTrace & Record<string, unknown>>(
      `SELECT k.state,
         (SELECT count(*)::int FROM clock_entry e WHERE e.clock_id = k.id AND e.entry ->> 'kind' = 'stopped') AS stops,
         (SELECT count(*)::int FROM clock_entry e WHERE e.clock_id = k.id AND e.entry ->> 'kind' = 'resumed') AS resumptions,
         (SELECT count(*)::int FROM audit a WHERE a.case_id = k.case_id AND a.object_id = k.id::text
           AND a.act IN ('clock.stopped', 'clock.resumed')) AS audited,
         (SELECT string_agg(i.holder_kind, ' ' ORDER BY i.seq) FROM court_interval i WHERE i.case_id = k.case_id) AS court,
         (SELECT count(*)::int FROM due d WHERE d.clock_id = k.id AND d.kind = 'rung' AND d.state = 'pending') AS pending
       FROM clock k JOIN case_file c ON c.id = k.case_id WHERE c.definition_key = 'visit-on-site'`,
    );

  /** One notice an office, and together they count every clock once. */
  const expectEachOfficeTold = async (kind: string): Promise<void> => {
    const notices = await city.database.query<{ to_id: string; count: number }>(
      `SELECT to_id, (payload ->> 'count')::int AS count FROM notice WHERE kind = $1`,
      [kind],
    );
    expect(new Set(notices.map(({ to_id }) => to_id)).size).toBe(DISTRICTS.length);
    expect(notices).toHaveLength(DISTRICTS.length);
    expect(notices.reduce((sum, { count }) => sum + count, 0)).toBe(lengths.emergencyCases);
  };

  const expectAll = async (trace: ClockTrace): Promise<void> => {
    const found = await traces();
    expect(found).toHaveLength(lengths.emergencyCases);
    expect(found.filter((clock) => !isDeepStrictEqual({ ...clock }, trace))).toEqual([]);
  };

  it(
    'every clock is stopped once and let run again once, and each office is told once of either',
    async () => {
      const dice = new Dice(20_261_125);
      const all = { looked: lengths.emergencyCases, changed: lengths.emergencyCases, failed: 0 };
      const { id } = await admin.post<EmergencyView>('/api/emergencies', {
        districts: DISTRICTS,
        document: '舟防指〔2026〕5号',
        reason: '台风',
      });
      const stopping = await strike('stopped', dice);
      expect((await through(id, 'stopping')).stopping).toMatchObject(all);
      await expectAll(STOPPED);
      await expectEachOfficeTold('emergency-entered');

      await admin.post(`/api/emergencies/${id}/lift`, { reason: '复航' });
      const lifting = await strike('resumed', dice);
      expect((await through(id, 'lifting')).lifting).toMatchObject(all);
      await expectAll(RUNNING);
      await expectEachOfficeTold('emergency-lifted');

      // Struck before or after the work would prove nothing.
      for (const struck of [stopping, lifting])
        expect(struck.some((count) => count > 0 && count < lengths.emergencyCases)).toBe(true);
    },
    timeLimit(lengths.emergencyStrikes * 30_000),
  );
});
