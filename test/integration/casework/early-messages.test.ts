import { randomUUID } from 'node:crypto';
import { type CaseDetail, eventType } from '@lianban/contracts';
import { City, eventually } from '@lianban/testing';
import { Desk, publish } from '../office-patterns/desk.js';

const supplemented = eventType('filing.supplemented');

describe('a message that comes before anything waits for it', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    await publish(city, 'supplement-round', (xml) => xml.replace('early="refused"', 'timeToLive="P2D"'));
  }, 90_000);
  afterAll(() => city.close());

  /** A case whose answer is there before it has asked. */
  const answered = async (): Promise<Desk> => {
    const institutionId = randomUUID();
    const clerk = await city.person('health.dinghai');
    const { case: opened } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      definitionKey: 'supplement-round',
      businessKey: institutionId,
      title: '补正',
      district: '330902',
      data: { institutionId },
    });
    const sender = await city.sender('/zhoushan/330902/filing-system');
    const event = sender.event('filing.supplemented', {
      filingId: randomUUID(),
      institutionId,
      materials: [],
      suppliedAt: (await city.clock.now()).toISOString(),
    });
    expect((await sender.send(event)).status).toBe(202);
    const desk = Desk.of(city, opened.id);
    await eventually('the message is kept', async () => (await said(desk)).includes('message.received'));
    return desk;
  };

  const said = async (desk: Desk): Promise<readonly string[]> =>
    (await desk.file()).timeline.map(({ act }) => act);

  const lives = (desk: Desk): Promise<object[]> =>
    city.database.query(`SELECT id FROM due WHERE case_id = $1 AND kind = 'message-expiry'`, [desk.caseId]);

  it('is taken within its time, and nothing of it is due any more', async () => {
    const desk = await answered();
    expect(await lives(desk)).toHaveLength(1);
    await desk.complete('check', 'supplement');
    expect(await desk.stands()).toEqual(['check']);
    expect(await lives(desk)).toEqual([]);
  });

  it('expires by itself in business time, the time line says so in both languages, and the step asks anew', async () => {
    const desk = await answered();
    await city.clock.passTo('2026-03-06T09:00:00+08:00');
    const { timeline }: CaseDetail = await desk.file();
    const expired = timeline.filter(({ act }) => act === 'message.expired');
    expect(expired).toHaveLength(1);
    expect(expired[0]?.text.zh).toContain('提前收到的事件逾期未用');
    expect(expired[0]?.text.en).toContain('Early event not used in time');
    const [row] = await city.database.query<{ after: object; object_id: string }>(
      `SELECT after, object_id FROM audit WHERE case_id = $1 AND act = 'message.expired'`,
      [desk.caseId],
    );
    expect(row).toMatchObject({
      object_id: supplemented,
      after: { source: '/zhoushan/330902/filing-system', id: expect.any(String) },
    });
    expect(await lives(desk)).toEqual([]);
    await desk.complete('check', 'supplement');
    expect(await desk.stands()).toEqual([]);
  });
});
