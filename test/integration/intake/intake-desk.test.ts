import { randomUUID } from 'node:crypto';
import type { CloudEvent, InboundEventRow, InboundEventView, Page } from '@lianban/contracts';
import { City, eventually, type EventSender, type Nursery, type Person } from '@lianban/testing';

describe('the desk for events that nobody waits for', () => {
  let city: City;
  let admin: Person;
  let filingSystem: EventSender;
  let nursery: Nursery;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    admin = await city.person('admin');
    filingSystem = await city.sender('/zhoushan/330902/filing-system');
    nursery = await city.register();
    await nursery.toCompleteness();
  }, 60_000);
  afterAll(() => city.close());

  const supplemented = async (): Promise<CloudEvent> => {
    const { data } = await nursery.caseFile();
    return filingSystem.event('filing.supplemented', {
      filingId: data['filingId'],
      institutionId: nursery.id,
      materials: [],
      suppliedAt: (await city.clock.now()).toISOString(),
    });
  };

  const pathOf = ({ source, id }: Pick<CloudEvent, 'source' | 'id'>): string =>
    `/api/intake/events/${encodeURIComponent(source)}/${id}`;

  const settled = (event: CloudEvent): Promise<InboundEventView> =>
    eventually(`${event.type} is settled`, async () => {
      const found = await admin.get<InboundEventView>(pathOf(event));
      return found.state !== 'accepted' && found;
    });

  const waiting = async (): Promise<readonly string[]> => {
    const page = await admin.get<Page<InboundEventRow>>('/api/intake/events?state=unmatched');
    return page.items.map(({ id }) => id);
  };

  it('keeps an event whose case is not there yet, and a replay finds it later', async () => {
    const early = await supplemented();
    expect((await filingSystem.send(early)).status).toBe(202);
    expect(await settled(early)).toMatchObject({
      state: 'unmatched',
      reason: 'CASES.MESSAGE_NOT_EXPECTED',
      matches: [],
    });
    expect(await waiting()).toContain(early.id);
    await nursery.complete('step_5', 'supplement', { missing: ['fire-document'] });
    const key = randomUUID();
    await admin.post(`${pathOf(early)}/replay`, {}, key);
    const caseId = await nursery.caseId();
    expect(await settled(early)).toMatchObject({
      state: 'routed',
      matches: [{ caseId, how: 'received' }],
    });
    expect(await nursery.at('step_5')).toMatchObject({ caseId });
    expect(await waiting()).not.toContain(early.id);
    // The answer of the key is the one it had; a fresh key learns that there is nothing to replay.
    expect(await admin.post(`${pathOf(early)}/replay`, {}, key)).toMatchObject({ state: 'accepted' });
    const late = await admin.refused('POST', `${pathOf(early)}/replay`, { body: {} });
    expect(late).toMatchObject({ status: 409, code: 'INTAKE.NOT_UNMATCHED', details: { state: 'routed' } });
  });

  it('keeps an event of a stranger until somebody puts it aside with a reason', async () => {
    const strange = filingSystem.event('filing.supplemented', {
      filingId: randomUUID(),
      institutionId: randomUUID(),
      materials: [],
      suppliedAt: '2026-03-02T09:00:00+08:00',
    });
    await filingSystem.send(strange);
    expect(await settled(strange)).toMatchObject({ state: 'unmatched', reason: 'INTAKE.NO_SUBSCRIBER' });
    const without = await admin.refused('POST', `${pathOf(strange)}/ignore`, { body: { reason: '  ' } });
    expect(without).toMatchObject({ status: 400, code: 'API.INVALID_REQUEST' });
    expect(without.errors?.[0]?.path).toBe('/reason');
    const key = randomUUID();
    const body = { reason: '测试系统误发' };
    const first = await admin.post(`${pathOf(strange)}/ignore`, body, key);
    expect(first).toMatchObject({ state: 'ignored', reason: body.reason });
    expect(await admin.post(`${pathOf(strange)}/ignore`, body, key)).toEqual(first);
    expect(await waiting()).not.toContain(strange.id);
    const again = await admin.refused('POST', `${pathOf(strange)}/replay`, { body: {} });
    expect(again).toMatchObject({ status: 409, code: 'INTAKE.NOT_UNMATCHED' });
    const trail = await city.database.query<{ act: string; ground: string | null; actor_name: string }>(
      'SELECT act, ground, actor_name FROM audit WHERE object_id = $1 ORDER BY at, id',
      [`${strange.source} ${strange.id}`],
    );
    expect(trail).toEqual([
      { act: 'event.received', ground: null, actor_name: strange.source },
      { act: 'event.ignored', ground: body.reason, actor_name: '系统管理员' },
    ]);
  });

  it('a filing sent by another system opens or joins a case like one of the portal', async () => {
    const stranger = await city.register('putuo');
    await stranger.at('step_2');
    const system = await city.sender('/zhoushan/330903/filing-system');
    const filing = system.event('filing.submitted', {
      filingId: randomUUID(),
      institutionId: stranger.id,
      jurisdiction: '330903',
      materials: [],
      places: 20,
      mealsProvided: false,
      submittedAt: (await city.clock.now()).toISOString(),
    });
    await system.send(filing);
    expect(await settled(filing)).toMatchObject({ state: 'routed' });
    await stranger.complete('step_2', 'filing-needed', { banChecked: true });
    await stranger.at('step_5');
    expect((await stranger.caseFile()).data['filingId']).toBe(filing.data['filingId']);
  });

  it('answers for an event nobody sent that there is none', async () => {
    const unknown = { source: filingSystem.source, id: randomUUID() };
    expect(await admin.refused('GET', pathOf(unknown))).toMatchObject({
      status: 404,
      code: 'INTAKE.UNKNOWN_EVENT',
    });
    expect(await admin.refused('POST', `${pathOf(unknown)}/replay`, { body: {} })).toMatchObject({
      status: 404,
      code: 'INTAKE.UNKNOWN_EVENT',
    });
  });
});
