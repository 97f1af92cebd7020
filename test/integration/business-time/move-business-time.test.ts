import { City, eventually } from '@lianban/testing';
import type { BusinessTimeMove } from '@lianban/contracts';

const MONDAY = '2026-03-02T08:30:00+08:00';
const TWO_WEEKS_LATER = '2026-03-16T08:30:00+08:00';

describe('moving business time', () => {
  let city: City;
  const move = async (to: string): Promise<BusinessTimeMove> => {
    const admin = await city.person('admin');
    const answer = await admin.post<BusinessTimeMove>('/api/demo/business-time', { to });
    return answer.state === 'moving' ? move(to) : answer;
  };
  const refusal = async (to: string, who = 'admin'): Promise<string> => {
    const person = await city.person(who);
    return (await person.refused('POST', '/api/demo/business-time', { body: { to } })).code;
  };

  beforeAll(async () => {
    city = await City.open({ at: MONDAY, env: { CONDUCTOR_GIVE_UP_SECONDS: '2' } });
    // The seeded institution's own push: the conductor's first breath takes longest.
    await eventually('all is quiet', () => city.clock.quiet().then(() => true), 90_000);
  }, 180_000);
  afterAll(() => city.close());

  it('is refused to those who oversee nothing, and where the owner of the database has not allowed it', async () => {
    await expect(refusal(TWO_WEEKS_LATER, 'health.dinghai')).resolves.toBe('AUTH.NOT_ALLOWED');
    await city.database.query('UPDATE business_time SET movable = false');
    await expect(refusal(TWO_WEEKS_LATER)).resolves.toBe('TIME.NOT_MOVABLE');
    await city.database.query('UPDATE business_time SET movable = true');
  });

  it('never goes backwards, and takes nothing that is no instant', async () => {
    await expect(refusal('2026-03-01T08:30:00+08:00')).resolves.toBe('TIME.BACKWARDS');
    await expect(refusal('tomorrow')).resolves.toBe('API.INVALID_REQUEST');
  });

  it('says what keeps it while a system is down, stops at the incident, and goes on when told again', async () => {
    await city.departments.set('health-commission', 'failing');
    const nursery = await city.register();
    await nursery.caseId();
    const held = await move('2026-03-03T08:30:00+08:00');
    const { caseNo } = await nursery.caseFile();
    expect(held).toMatchObject({
      state: 'held',
      unfinished: [{ kind: 'incident', what: 'EFFECTS.GAVE_UP', caseNo }],
    });
    expect(Date.parse(held.now)).toBeLessThan(Date.parse('2026-03-02T08:45:00+08:00'));
    // The incident is a person's work like any task: known, it keeps time no longer.
    await city.clock.quiet();
    await expect(move('2026-03-03T08:30:00+08:00')).resolves.toMatchObject({
      state: 'arrived',
      unfinished: [],
    });
    await city.departments.set('health-commission', 'ok');
  }, 60_000);

  it('stops wherever something is due: what fires is stamped with its own instant', async () => {
    const nursery = await city.register();
    await nursery.at('step_2');
    await expect(move(TWO_WEEKS_LATER)).resolves.toMatchObject({ state: 'arrived' });
    const firings = await city.database.query<{ level: string; seconds: number }>(
      `SELECT level, extract(epoch FROM fired_at - planned_at)::float8 AS seconds FROM ladder_firing
       WHERE case_id = $1 ORDER BY planned_at`,
      [await nursery.caseId()],
    );
    // L-SHORT of two working days, all of it within two weeks but for the last: ten working days late.
    expect(firings.map(({ level }) => level)).toEqual(['L0', 'L1', 'L2', 'L3', 'L4', 'L5']);
    for (const { seconds } of firings) {
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(seconds).toBeLessThan(60);
    }
    const [trail] = await city.database.query<{ moves: number }>(
      `SELECT count(*)::int AS moves FROM audit WHERE act = 'business-time.moved'`,
    );
    expect(trail?.moves).toBe(3);
  }, 60_000);
});
