import type { IncidentView, Problem } from '@lianban/contracts';
import { eventType } from '@lianban/contracts';
import { City } from '@lianban/testing';
import { Desk, fixture, publish } from './desk.js';

const lapsed = eventType('filing.lapsed');

describe('a message that a process throws', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
    await publish(city, 'tells-lapse');
  }, 90_000);
  afterAll(() => city.close());

  const sent = ({ caseId }: Desk) =>
    city.database.query<{ data: unknown }>(
      `SELECT payload -> 'data' AS data FROM outbox WHERE topic = $1 AND payload ->> 'correlationid' = $2`,
      [lapsed, caseId],
    );
  const refused = async (from: string, to: string): Promise<Problem> => {
    const xml = fixture('tells-lapse');
    expect(xml).toContain(from);
    return (await city.person('admin')).refused('POST', '/api/definitions', {
      body: { xml: xml.replace(from, to), manifest: { pack: 'test' } },
    });
  };

  it('is refused at publish where its type is unknown or its mapping cannot fit', async () => {
    expect((await refused('filing.lapsed.v1', 'filing.lost.v1')).errors).toMatchObject([
      { code: 'BPMN.EVENT_UNKNOWN', elementId: 'tell' },
    ]);
    expect((await refused('target="filingId"', 'target="filing"')).errors).toMatchObject([
      { code: 'BPMN.EVENT_DATA_UNFIT', elementId: 'tell', message: expect.stringContaining('"filingId"') },
      { code: 'BPMN.EVENT_DATA_UNFIT', elementId: 'tell', message: expect.stringContaining('"filing"') },
    ]);
    expect((await refused('expression="filingId"', 'expression="7"')).errors).toMatchObject([
      { code: 'BPMN.EVENT_DATA_UNFIT', elementId: 'tell', message: expect.stringContaining('string') },
    ]);
  });

  it('carries what the schema of its type describes, and nothing else', async () => {
    const data = { filingId: 'F-1', lapsedAt: '2026-03-02T09:00:00+08:00' };
    const desk = await Desk.open(city, 'tells-lapse', data);
    expect(await sent(desk)).toEqual([{ data }]);
    expect(await desk.stands()).toEqual(['close']);
  });

  it('is held back where its data does not fit: an incident names the field, and a new try sends it once', async () => {
    const desk = await Desk.open(city, 'tells-lapse', { filingId: 'F-2', lapsedAt: '昨天' });
    const admin = await city.person('admin');
    const open = async (): Promise<readonly IncidentView[]> =>
      (await admin.get<IncidentView[]>('/api/incidents')).filter(
        ({ caseId, resolvedAt }) => caseId === desk.caseId && resolvedAt === undefined,
      );
    const retry = async (): Promise<void> => {
      const [incident] = await open();
      await admin.post(`/api/incidents/${incident?.id}/retry`, { note: '更正数据后重试' });
    };
    expect(await open()).toMatchObject([
      {
        node: 'tell',
        code: 'CASES.MESSAGE_UNFIT',
        message: expect.stringContaining('/data/lapsedAt: must match format "date-time"'),
      },
    ]);
    await retry();
    expect(await open()).toMatchObject([{ code: 'CASES.MESSAGE_UNFIT' }]);
    expect(await sent(desk)).toEqual([]);
    const lapsedAt = '2026-03-02T09:00:00+08:00';
    await admin.post(`/api/cases/${desk.caseId}/operations`, {
      kind: 'set-data',
      values: { lapsedAt },
      reason: '日期填写有误',
    });
    await retry();
    expect(await open()).toEqual([]);
    expect(await sent(desk)).toEqual([{ data: { filingId: 'F-2', lapsedAt } }]);
    expect(await desk.stands()).toEqual(['close']);
  });
});
