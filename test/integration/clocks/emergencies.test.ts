import type {
  CaseDetail,
  ClockView,
  EmergencyImpactView,
  EmergencyListView,
  EmergencyView,
} from '@lianban/contracts';
import { City, eventually, type Person } from '@lianban/testing';
import { countedProcess } from './counted-process.js';

const order = { document: '岱防指〔2026〕5号', reason: '台风红色预警，客运全线停航' };

interface Told {
  readonly to_kind: string;
  readonly to_id: string;
  readonly kind: string;
  readonly payload: object;
}

/** 台风 over Daishan, from Monday 23 to Wednesday 25 November 2026. */
describe('an emergency over a district', () => {
  let city: City;
  let admin: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-11-23T09:00:00+08:00' });
    admin = await city.person('admin');
    const clocks = [
      { id: 'visit', scope: 'unit' as const, days: 5, stoppedBy: 'force-majeure' },
      { id: 'paper', scope: 'case' as const, days: 10 },
    ];
    await admin.post('/api/definitions', {
      xml: countedProcess('visit-on-site', clocks),
      manifest: { pack: 'zhoushan-childcare' },
    });
  }, 90_000);
  afterAll(() => city.close());

  const openCase = async (district: string): Promise<string> => {
    const opened = await admin.post<{ case: { id: string } }>('/api/cases', {
      definitionKey: 'visit-on-site',
      title: `现场核实 ${district}`,
      district,
      data: { startedAt: '2026-11-23T09:00:00+08:00' },
    });
    return opened.case.id;
  };
  const clock = async (caseId: string, name: string): Promise<ClockView> => {
    const { clocks } = await admin.get<CaseDetail>(`/api/cases/${caseId}`);
    const found = clocks.find(({ name: { en } }) => en === name);
    if (!found) throw new Error(`no clock ${name}`);
    return found;
  };
  const courts = async (caseId: string): Promise<readonly string[]> => {
    const { court } = await admin.get<CaseDetail>(`/api/cases/${caseId}`);
    return (court[0]?.intervals ?? []).map(({ kind }) => kind);
  };
  const emergency = async (id: string): Promise<EmergencyView> => {
    const { items } = await admin.get<EmergencyListView>('/api/emergencies');
    const found = items.find((one) => one.id === id);
    if (!found) throw new Error('no emergency');
    return found;
  };
  const through = (id: string, which: 'stopping' | 'lifting'): Promise<EmergencyView> =>
    eventually(
      `the ${which} is through`,
      async () => {
        const found = await emergency(id);
        return found[which]?.state === 'done' && found;
      },
      60_000,
    );
  /** What offices were told of emergencies under this order, in the order of time. */
  const told = (document: string): Promise<readonly Told[]> =>
    city.database.query<Told & Record<string, unknown>>(
      `SELECT to_kind, to_id, kind, payload FROM notice
       WHERE kind LIKE 'emergency-%' AND payload ->> 'document' = $1 ORDER BY id`,
      [document],
    );
  const close = (date: string): string => new Date(`${date}T17:30:00+08:00`).toISOString();

  it('is entered by whom it concerns, from now on, with an end behind its beginning', async () => {
    const body = { districts: ['330921'], ...order };
    const elsewhere = await city.person('supervisor.dinghai');
    expect(await elsewhere.refused('POST', '/api/emergencies', { body })).toMatchObject({
      status: 403,
      code: 'EMERGENCIES.NOT_YOURS',
    });
    const { places } = await elsewhere.get<EmergencyListView>('/api/emergencies');
    expect(places.map(({ code }) => code)).toEqual(['330902']);
    const refused = (more: object) =>
      admin.refused('POST', '/api/emergencies', { body: { ...body, ...more } });
    expect(await refused({ districts: ['atlantis'] })).toMatchObject({ code: 'EMERGENCIES.UNKNOWN_PLACE' });
    expect(await refused({ from: '2026-11-20T09:00:00+08:00' })).toMatchObject({
      code: 'EMERGENCIES.BEGINS_IN_THE_PAST',
    });
    expect(
      await refused({ from: '2026-11-26T09:00:00+08:00', to: '2026-11-26T09:00:00+08:00' }),
    ).toMatchObject({ code: 'EMERGENCIES.ENDS_FIRST' });
  });

  it('stops the clocks of on-site steps there, and those that start meanwhile, until it is lifted', async () => {
    const [there, elsewhere] = [await openCase('330921'), await openCase('330902')];
    const impact = await admin.post<EmergencyImpactView>('/api/emergencies/preview', {
      districts: ['330921'],
    });
    expect(impact).toMatchObject({ clocks: 1, cases: 1, standing: 0 });
    expect(impact.items).toMatchObject([
      { caseId: there, clock: { en: 'visit' }, dueAt: expect.any(String) },
    ]);
    expect(impact.offices.map(({ clocks }) => clocks)).toEqual([1]);

    const { id } = await admin.post<EmergencyView>('/api/emergencies', { districts: ['330921'], ...order });
    expect((await through(id, 'stopping')).stopping).toMatchObject({ changed: 1, failed: 0 });
    const stopped = await clock(there, 'visit');
    expect(stopped).toMatchObject({
      state: 'stopped',
      explanation: { zh: expect.stringContaining('不可抗力'), en: expect.stringContaining('force majeure') },
    });
    expect(stopped.ledger.at(-1)?.text.zh).toContain(order.document);
    expect((await clock(there, 'paper')).state).toBe('running');
    expect((await clock(elsewhere, 'visit')).state).toBe('running');
    expect(await courts(there)).toEqual(['office', 'suspended']);

    const daishan = { to_kind: 'office', to_id: expect.stringContaining('daishan') };
    const about = { document: order.document, places: [{ zh: '岱山县', en: expect.any(String) }] };
    const entered = {
      ...daishan,
      kind: 'emergency-entered',
      payload: { ...about, reason: order.reason, count: 1 },
    };
    expect(await told(order.document)).toEqual([entered]);

    const later = await openCase('330921');
    expect(await clock(later, 'visit')).toMatchObject({ state: 'stopped' });
    expect(await courts(later)).toEqual(['suspended']);

    await city.clock.passTo('2026-11-25T09:00:00+08:00');
    const lift = { reason: '预警解除，复航' };
    await admin.post(`/api/emergencies/${id}/lift`, lift);
    expect(await admin.refused('POST', `/api/emergencies/${id}/lift`, { body: lift })).toMatchObject({
      status: 409,
      code: 'EMERGENCIES.OVER',
    });
    const over = await through(id, 'lifting');
    expect(over).toMatchObject({
      state: 'over',
      liftReason: lift.reason,
      lifting: { changed: 2, failed: 0 },
    });
    expect(await told(order.document)).toEqual([
      entered,
      { ...daishan, kind: 'emergency-lifted', payload: { ...about, reason: lift.reason, count: 2 } },
    ]);
    // 24 and 25 November do not count, whether the clock ran before or began to run with the end.
    for (const caseId of [there, later]) {
      const running = await clock(caseId, 'visit');
      expect(running).toMatchObject({ state: 'running', dueAt: close('2026-12-02') });
      expect(running.ledger).toHaveLength(3);
      expect((await courts(caseId)).at(-1)).toBe('office');
    }
    expect((await clock(await openCase('330921'), 'visit')).state).toBe('running');
  }, 120_000);

  it('tells each office once, whatever the number of its cases, and only of clocks that have turned', async () => {
    for (const district of ['330902', '330902', '330903']) await openCase(district);
    const enter = async (document: string, districts: readonly string[]): Promise<string> => {
      const { id } = await admin.post<EmergencyView>('/api/emergencies', {
        districts,
        document,
        reason: '停航',
      });
      await through(id, 'stopping');
      return id;
    };
    const lift = async (id: string): Promise<void> => {
      await admin.post(`/api/emergencies/${id}/lift`, { reason: '复航' });
      await through(id, 'lifting');
    };
    const notice = (kind: string, place: string, count: number): object => ({
      kind: `emergency-${kind}`,
      to_id: expect.stringContaining(place),
      payload: expect.objectContaining({ count }),
    });
    const places = ['dinghai', 'putuo'];
    const sorted = async (document: string): Promise<readonly Told[]> =>
      (await told(document)).toSorted((a, b) =>
        `${a.kind} ${a.to_id}`.localeCompare(`${b.kind} ${b.to_id}`, 'en'),
      );
    const both = await enter('6号', ['330902', '330903']);
    const one = await enter('7号', ['330902']);
    const entered = places.map((place, index) => notice('entered', place, index === 0 ? 3 : 1));
    expect(await sorted('6号')).toMatchObject(entered);
    // In Dinghai the other one lasts.
    await lift(both);
    expect(await sorted('6号')).toMatchObject([...entered, notice('lifted', 'putuo', 1)]);
    await lift(one);
    expect(await sorted('7号')).toMatchObject([
      notice('entered', 'dinghai', 3),
      notice('lifted', 'dinghai', 3),
    ]);
  }, 120_000);

  it('ends by itself where its end is known, and never begins where it is lifted before', async () => {
    const caseId = await openCase('330921');
    const planned = await admin.post<EmergencyView>('/api/emergencies', {
      districts: ['330900'],
      from: '2026-11-26T09:00:00+08:00',
      to: '2026-11-27T18:00:00+08:00',
      ...order,
    });
    expect(planned.state).toBe('planned');
    const dropped = await admin.post<EmergencyView>('/api/emergencies', {
      districts: ['330921'],
      from: '2026-11-26T09:00:00+08:00',
      ...order,
    });
    await admin.post(`/api/emergencies/${dropped.id}/lift`, { reason: '台风转向' });
    await city.clock.passTo('2026-11-26T10:00:00+08:00');
    await through(planned.id, 'stopping');
    // From its beginning, whenever the operation came to this clock.
    expect(await clock(caseId, 'visit')).toMatchObject({
      state: 'stopped',
      stoppedSince: new Date('2026-11-26T09:00:00+08:00').toISOString(),
    });
    expect(await emergency(dropped.id)).toMatchObject({ state: 'over', stopping: { state: 'cancelled' } });
    await city.clock.passTo('2026-11-28T09:00:00+08:00');
    await through(planned.id, 'lifting');
    expect(await clock(caseId, 'visit')).toMatchObject({ state: 'running', dueAt: close('2026-12-03') });
  }, 120_000);
});
