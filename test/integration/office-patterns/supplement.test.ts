import { randomUUID } from 'node:crypto';
import { City, eventually } from '@lianban/testing';
import { Desk, publish } from './desk.js';

describe('a supplement round as configuration', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    await publish(city, 'supplement-round');
  }, 90_000);
  afterAll(() => city.close());

  it('closes the task, stops its clock, waits for the answer, and comes back to the task with the clock going on', async () => {
    const institutionId = randomUUID();
    const clerk = await city.person('health.dinghai');
    const { case: opened } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      definitionKey: 'supplement-round',
      businessKey: institutionId,
      title: '补正',
      district: '330902',
      data: { institutionId },
    });
    const desk = Desk.of(city, opened.id);
    const before = await desk.task('check');
    await desk.complete('check', 'supplement');
    expect(await desk.stands()).toEqual([]);
    expect((await desk.file()).clocks).toMatchObject([{ state: 'stopped', stopGround: 'supplement' }]);
    await city.clock.passTo('2026-03-04T09:00:00+08:00');
    await city.database.query(
      `INSERT INTO outbox (id, tenant, kind, topic, payload) SELECT uuidv7(), tenant, 'event', $2, $3
        FROM case_file WHERE id = $1`,
      [opened.id, supplemented, JSON.stringify(answer(institutionId))],
    );
    const again = await eventually('the task is back', async () => (await desk.tasks('check'))[0]);
    expect(again.id).not.toBe(before.id);
    const [clock] = (await desk.file()).clocks;
    expect(clock).toMatchObject({ state: 'running' });
    expect((clock?.dueAt ?? '') > (before.dueAt ?? '')).toBe(true);
    expect(again.dueAt).toBe(clock?.dueAt);
  });
});

const supplemented = 'cn.gov.zhoushan.childcare.filing.supplemented.v1';

const answer = (institutionId: string) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/zhoushan/330902/portal',
  type: supplemented,
  time: '2026-03-04T01:00:00Z',
  data: { institutionId, items: [] },
});
