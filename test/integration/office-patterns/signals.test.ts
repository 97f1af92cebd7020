import { City, eventually } from '@lianban/testing';
import { Desk, publish } from './desk.js';

describe('signals across cases', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    await publish(city, 'waits-for-signal');
    await publish(city, 'throws-signal');
  }, 90_000);
  afterAll(() => city.close());

  const waits = (desk: Desk): Promise<unknown[]> =>
    city.database.query('SELECT wait FROM signal_wait WHERE case_id = $1', [desk.caseId]);

  it('a signal that one case throws reaches every case that waits for it, once', async () => {
    const waiting = await Promise.all([1, 2, 3].map(() => Desk.open(city, 'waits-for-signal')));
    for (const desk of waiting) expect(await waits(desk)).toHaveLength(1);
    const thrower = await Desk.open(city, 'throws-signal');
    await thrower.complete('announce');
    for (const desk of waiting) {
      await eventually('the case goes on', async () => (await desk.stands()).includes('visit'));
      expect(await waits(desk)).toHaveLength(0);
      const received = (await desk.file()).timeline.filter(({ act }) => act === 'signal.received');
      expect(received).toHaveLength(1);
    }
    expect((await thrower.file()).status).toBe('ended');
  });

  it('an administrator sends one from outside; the second time nobody waits', async () => {
    const desk = await Desk.open(city, 'waits-for-signal');
    const admin = await city.person('admin');
    const body = { signal: 'storm-over', data: { level: 3 }, reason: '气象台解除预警' };
    const key = '00000000-0000-4000-8000-00000000000a';
    expect(await admin.post('/api/signals', body, key)).toEqual({ cases: 1 });
    expect(await admin.post('/api/signals', body, key)).toEqual({ cases: 1 });
    await eventually('the case goes on', async () => (await desk.stands()).includes('visit'));
    expect(await admin.post('/api/signals', body)).toEqual({ cases: 0 });
    const [audit] = await city.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM audit WHERE act = 'signal.sent' AND ground = $1`,
      [body.reason],
    );
    expect(audit).toEqual({ count: 2 });
    const supervisor = await city.person('supervisor.dinghai');
    expect(await supervisor.refused('POST', '/api/signals', { body })).toMatchObject({ status: 403 });
  });
});
