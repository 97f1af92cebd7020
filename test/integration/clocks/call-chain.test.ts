import { City, eventually } from '@lianban/testing';
import { Desk, publish } from '../office-patterns/desk.js';

interface Call {
  readonly place: number;
  readonly user_id: string;
}

/** A countersigning that must be done within hours, day and night: its clock climbs L-CRIT. */
describe('a chain of calls', () => {
  let city: City;
  beforeAll(async () => {
    // Five minutes between two calls take a second.
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', env: { CALL_CHAIN_MINUTE_SECONDS: '0.2' } });
    await publish(city, 'countersign', (xml) =>
      xml
        .replace('amount="5" unit="working_day" from="received"', 'amount="72" unit="hour" from="received"')
        .replace('ladder="L-STD"', 'ladder="L-CRIT"'),
    );
  }, 90_000);
  afterAll(() => city.close());

  const begun = async (): Promise<{ readonly desk: Desk; readonly clockId: string }> => {
    const desk = await Desk.open(city, 'countersign', { signers: ['fire', 'market-regulation'] });
    await desk.complete('prepare');
    const [clock] = await city.database.query<{ id: string }>(
      `SELECT id FROM clock WHERE case_id = $1 AND ladder = 'L-CRIT'`,
      [desk.caseId],
    );
    if (!clock) throw new Error('no clock climbs L-CRIT');
    return { desk, clockId: clock.id };
  };
  const calls = (clockId: string): Promise<readonly Call[]> =>
    city.database.query<Call>(
      'SELECT place, user_id FROM call_chain_call WHERE clock_id = $1 ORDER BY place',
      [clockId],
    );
  const line = async (clockId: string): Promise<readonly string[]> => {
    const [firing] = await city.database.query<{ line: readonly string[] }>(
      `SELECT jsonb_path_query_array(told, '$[*].userId') AS line FROM ladder_firing
        WHERE clock_id = $1 AND level = 'L1' AND fired`,
      [clockId],
    );
    return firing?.line ?? [];
  };
  const incidents = (caseId: string): Promise<readonly object[]> =>
    city.database.query(
      `SELECT code FROM incident WHERE case_id = $1 AND code = 'LADDERS.CHAIN_UNANSWERED'`,
      [caseId],
    );
  const halfAnHourOn = (): Promise<unknown> =>
    city.database.query(`UPDATE business_time SET offset_by = offset_by + interval '31 minutes'`);
  const person = async (userId: string | undefined) => {
    const [found] = await city.database.query<{ username: string }>(
      'SELECT username FROM app_user WHERE id = $1',
      [userId],
    );
    return city.person(found?.username ?? '');
  };

  it('calls the next one until somebody acknowledges, and nobody after that', async () => {
    const { desk, clockId } = await begun();
    await halfAnHourOn();
    const called = await eventually('two are called', async () => {
      const found = await calls(clockId);
      return found.length >= 2 ? found : undefined;
    });
    const people = await line(clockId);
    expect(people.length).toBeGreaterThan(2);
    expect(called.map(({ user_id: id }) => id)).toEqual(people.slice(0, called.length));

    const stranger = await city.person('education.putuo');
    expect(
      await stranger.refused('POST', `/api/cases/${desk.caseId}/clocks/${clockId}/acknowledgement`),
    ).toMatchObject({
      code: 'CLOCKS.NOT_TOLD',
    });
    const first = await person(people[0]);
    for (let twice = 0; twice < 2; twice += 1)
      await first.post(`/api/cases/${desk.caseId}/clocks/${clockId}/acknowledgement`);
    await eventually('the chain has heard of it', async () => {
      const [open] = await city.database.query<{ open: number }>(
        `SELECT count(*)::int AS open FROM outbox WHERE topic = 'chain-acknowledged' AND done_at IS NULL`,
      );
      return open?.open === 0 || undefined;
    });
    const until = (await calls(clockId)).length;
    expect(until).toBeLessThan(people.length);
    // Another chain goes its whole way meanwhile; this one stays where it is.
    const other = await begun();
    await halfAnHourOn();
    await eventually(
      'nobody of the other line answers',
      async () => {
        const found = await incidents(other.desk.caseId);
        return found.length > 0 || undefined;
      },
      60_000,
    );
    expect((await calls(other.clockId)).map(({ user_id: id }) => id)).toEqual(await line(other.clockId));
    expect(await incidents(other.desk.caseId)).toHaveLength(1);
    expect(await calls(clockId)).toHaveLength(until);
    expect(await incidents(desk.caseId)).toEqual([]);
    const trail = await city.database.query<{ act: string; times: number }>(
      `SELECT act, count(*)::int AS times FROM audit WHERE object_id = $1 AND act IN ('chain.called', 'clock.acknowledged')
        GROUP BY act ORDER BY act`,
      [clockId],
    );
    expect(trail).toEqual([
      { act: 'chain.called', times: until },
      { act: 'clock.acknowledged', times: 1 },
    ]);
  }, 120_000);

  it('does not begin where the clock was acknowledged before', async () => {
    const { desk, clockId } = await begun();
    const [told] = await eventually('the duty officers are told at once', async () => {
      const found = await city.database.query<{ id: string }>(
        `SELECT t ->> 'userId' AS id FROM ladder_firing f, jsonb_array_elements(f.told) t WHERE f.clock_id = $1`,
        [clockId],
      );
      return found.length > 0 ? found : undefined;
    });
    await (await person(told?.id)).post(`/api/cases/${desk.caseId}/clocks/${clockId}/acknowledgement`);
    await halfAnHourOn();
    const silent = await eventually('the level was looked at', async () => {
      const [found] = await city.database.query<{ fired: boolean; why: string }>(
        `SELECT fired, why FROM ladder_firing WHERE clock_id = $1 AND level = 'L1'`,
        [clockId],
      );
      return found;
    });
    expect(silent).toEqual({ fired: false, why: 'condition-false' });
    expect(await calls(clockId)).toEqual([]);
  }, 60_000);
});
