import { randomUUID } from 'node:crypto';
import { City, eventually } from '@lianban/testing';
import { publish } from '../office-patterns/desk.js';

/** The fixture under a key of its own, begun by what `events` say. */
const begunBy =
  (key: string, events: string) =>
  (xml: string): string =>
    xml
      .replaceAll('"waits-for-signal"', `"${key}"`)
      .replace(
        '<bpmn:signal ',
        '<bpmn:message id="filed" name="cn.gov.zhoushan.childcare.filing.supplemented.v1"/>\n  <bpmn:signal ',
      )
      .replace('</bpmn:startEvent>', `${events}</bpmn:startEvent>`);

const timed = (how: string, text: string): string =>
  `<bpmn:timerEventDefinition id="timed"><bpmn:${how} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${how}></bpmn:timerEventDefinition>`;

describe('cases that a timer begins', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    // Two sweepers look at the same rows.
    await city.product.startAnotherWorker();
  }, 90_000);
  afterAll(() => city.close());

  const cases = (key: string): Promise<{ at: Date; version: number; data: object }[]> =>
    city.database.query(
      `SELECT c.opened_at AS at, d.version, case_data(c.id) AS data FROM case_file c
       JOIN process_definition d ON d.id = c.definition_id WHERE c.definition_key = $1 ORDER BY c.opened_at, c.id`,
      [key],
    );

  const scheduled = (key: string): Promise<{ at: Date }[]> =>
    city.database.query(
      `SELECT due.at FROM due JOIN process_definition d ON d.id = due.definition_id WHERE d.key = $1 ORDER BY due.at`,
      [key],
    );

  const days = (rows: readonly { at: Date }[]): readonly string[] =>
    rows.map(({ at }) => at.toISOString().slice(0, 10));

  it('a cycle begins one case for each occurrence, and then no more', async () => {
    await publish(
      city,
      'waits-for-signal',
      begunBy('daily', timed('timeCycle', 'R3/2026-03-03T01:00:00Z/P1D')),
    );
    expect(await cases('daily')).toEqual([]);
    await city.clock.passTo('2026-03-10T09:00:00+08:00');
    const begun = await cases('daily');
    expect(days(begun)).toEqual(['2026-03-03', '2026-03-04', '2026-03-05']);
    expect(begun[1]?.data).toMatchObject({ start: { event: { due: '2026-03-04T01:00:00.000Z' } } });
    expect(await scheduled('daily')).toEqual([]);
  });

  it('two sweepers that come late make up for each occurrence once', async () => {
    await publish(city, 'waits-for-signal', begunBy('hourly', timed('timeCycle', 'R20/PT1H')));
    // Without looking at what lies between, as after days on which nobody swept.
    await city.database.query(`UPDATE business_time SET offset_by = offset_by + interval '30 hours'`);
    await eventually('all have begun', async () => (await scheduled('hourly')).length === 0, 30_000);
    const begun = await cases('hourly');
    expect(begun).toHaveLength(20);
    const due = begun.map(({ data }) => JSON.stringify(data));
    expect(new Set(due).size).toBe(20);
  });

  it('in working time it skips the days that are none', async () => {
    const friday = '2026-03-13T09:00:00+08:00';
    await city.clock.passTo(friday);
    const everyDay = `<bpmn:timerEventDefinition id="timed"><bpmn:extensionElements><lianban:timer amount="1" unit="working_day" repeat="true" times="2"/></bpmn:extensionElements></bpmn:timerEventDefinition>`;
    await publish(city, 'waits-for-signal', begunBy('working-days', everyDay));
    await city.clock.passTo('2026-03-20T09:00:00+08:00');
    const begun = await cases('working-days');
    expect(begun).toHaveLength(2);
    const weekdays = begun.map(({ at }) => new Date(at.getTime() + 8 * 3_600_000 - 1).getUTCDay());
    expect(weekdays).toEqual([1, 2]);
  });

  it('a new version takes the place of the old one; the same again changes nothing; without the timer nothing begins', async () => {
    const weekly = begunBy('weekly', timed('timeCycle', 'R/P7D'));
    await publish(city, 'waits-for-signal', weekly);
    const [first] = await scheduled('weekly');
    await city.clock.passTo('2026-03-21T09:00:00+08:00');
    await publish(city, 'waits-for-signal', weekly);
    expect(await scheduled('weekly')).toEqual([first]);
    await publish(city, 'waits-for-signal', begunBy('weekly', timed('timeCycle', 'R/P3D')));
    expect(days(await scheduled('weekly'))).toEqual(['2026-03-24']);
    await city.clock.passTo('2026-03-25T09:00:00+08:00');
    expect(await cases('weekly')).toMatchObject([{ version: 2 }]);
    await publish(city, 'waits-for-signal', begunBy('weekly', ''));
    expect(await scheduled('weekly')).toEqual([]);
  });

  it('a date begins one case, and none where it had passed when the process was published', async () => {
    await publish(city, 'waits-for-signal', begunBy('once', timed('timeDate', '2026-03-26T09:00:00+08:00')));
    await publish(city, 'waits-for-signal', begunBy('past', timed('timeDate', '2026-03-24T09:00:00+08:00')));
    expect(await scheduled('past')).toEqual([]);
    await city.clock.passTo('2026-03-27T09:00:00+08:00');
    expect(days(await cases('once'))).toEqual(['2026-03-26']);
    expect(await cases('past')).toEqual([]);
    expect(await scheduled('once')).toEqual([]);
  });

  it('any of several events begins a case of its own', async () => {
    const any = `<bpmn:messageEventDefinition id="by_message" messageRef="filed"/><bpmn:signalEventDefinition id="by_signal" signalRef="signal_again"/>${timed('timeDuration', 'P1D')}`;
    await publish(city, 'waits-for-signal', (xml) =>
      begunBy(
        'any-of',
        any,
      )(xml).replace('<bpmn:signal ', '<bpmn:signal id="signal_again" name="again"/>\n  <bpmn:signal '),
    );
    await city.clock.passTo('2026-03-29T09:00:00+08:00');
    expect(await cases('any-of')).toHaveLength(1);
    const sender = await city.sender('/zhoushan/330902/filing-system');
    await sender.send(
      sender.event('filing.supplemented', {
        filingId: randomUUID(),
        institutionId: randomUUID(),
        materials: [],
        suppliedAt: (await city.clock.now()).toISOString(),
      }),
    );
    await eventually('the message begins a case', async () => (await cases('any-of')).length === 2);
    const admin = await city.person('admin');
    await admin.post('/api/signals', { signal: 'again', data: {}, reason: '再来一次' });
    await eventually('the signal begins a case', async () => (await cases('any-of')).length === 3);
  });
});
