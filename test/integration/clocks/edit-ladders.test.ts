import type {
  DryRunView,
  LadderContent,
  LadderDraftSaved,
  LadderView,
  LadderWatchView,
} from '@lianban/contracts';
import { City, type Nursery, type Person, eventually } from '@lianban/testing';

/** Monday 2 March 2026; the fire document is due on Thursday and missed. */
describe('ladders that are edited', () => {
  let city: City;
  let admin: Person;
  let nursery: Nursery;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    [admin, nursery] = await Promise.all([city.person('admin'), city.register()]);
    await nursery.toLanes();
    await city.clock.passTo('2026-03-06T18:00:00+08:00');
  }, 120_000);
  afterAll(() => city.close());

  const ladder = async (code: string): Promise<LadderView> => {
    const found = (await admin.get<readonly LadderView[]>('/api/ladders')).find((one) => one.code === code);
    if (found === undefined) throw new Error(`no ladder ${code}`);
    return found;
  };
  const contentOf = async (code: string): Promise<LadderContent> => {
    const content = (await ladder(code)).versions[0]?.content;
    if (content === undefined) throw new Error(`${code} has no version`);
    return content;
  };
  const save = (code: string, content: unknown, revision: number) =>
    admin.send<LadderDraftSaved>('PUT', `/api/ladders/${code}/draft`, { body: { content, revision } });
  const publish = (code: string, revision: number, effectiveFrom: string) =>
    admin.send<{ version: number }>('POST', `/api/ladders/${code}/publish`, {
      body: { revision, effectiveFrom, reason: '试行更早的督办' },
    });
  /** L-SHORT with its supervision order half a day earlier, at the same time as the letter. */
  const sooner = async (): Promise<LadderContent> => {
    const content = await contentOf('L-SHORT');
    return {
      ...content,
      rungs: content.rungs.map((rung) =>
        rung.level === 'L3' ? { ...rung, offset: { kind: 'working-days', days: 0.5 } } : rung,
      ),
    };
  };

  it('are listed with what is in force, and the watch says what it saw', async () => {
    const all = await admin.get<readonly LadderView[]>('/api/ladders');
    expect(all.map(({ code, versions }) => `${code} ${versions.map((one) => one.inForce).join()}`)).toEqual([
      'L-CRIT true',
      'L-LEGAL true',
      'L-REPORT true',
      'L-SHORT true',
      'L-STD true',
    ]);
    const watch = await eventually(
      'a round of the watch',
      async () => {
        const found = await admin.get<LadderWatchView>('/api/ladders/watch');
        return found.lastRound ? found : undefined;
      },
      90_000,
    );
    expect(watch.lastRound).toMatchObject({ missing: 0 });
  }, 120_000);

  it('are refused at the field that is wrong: by shape at once, by sense when they are published', async () => {
    const content = await contentOf('L-SHORT');
    const shapeless = await save(
      'L-SHORT',
      { ...content, rungs: [{ ...content.rungs[0], offset: { kind: 'share', share: 2 } }] },
      0,
    );
    expect(shapeless).toMatchObject({
      status: 400,
      body: { code: 'API.INVALID_REQUEST', errors: [{ path: '/content/rungs/0/offset/share' }] },
    });
    const senseless = { ...content, rungs: content.rungs.toReversed() };
    const { body } = await save('L-SHORT', senseless, 0);
    const refused = await publish('L-SHORT', body.revision, '2026-03-09T00:00:00+08:00');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: 'LADDERS.REFUSED',
      errors: expect.arrayContaining([
        expect.objectContaining({ path: '/content/rungs/0/level', code: 'LADDERS.LEVEL_OUT_OF_ORDER' }),
        expect.objectContaining({ path: '/content/rungs/1/offset', code: 'LADDERS.OFFSET_OUT_OF_ORDER' }),
      ]),
    });
    expect((await admin.send('DELETE', '/api/ladders/L-SHORT/draft')).status).toBe(204);
    expect(await publish('L-SHORT', 1, '2026-03-09T00:00:00+08:00')).toMatchObject({
      status: 404,
      body: { code: 'LADDERS.NO_DRAFT' },
    });
  });

  it('keep a draft that somebody else has saved since', async () => {
    const content = await contentOf('L-STD');
    expect(await save('L-STD', content, 0)).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await save('L-STD', content, 1)).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await save('L-STD', content, 1)).toMatchObject({
      status: 409,
      body: { code: 'LADDERS.DRAFT_STALE' },
    });
    expect(await save('L-STD', content, 0)).toMatchObject({ status: 409 });
    expect(await publish('L-STD', 1, '2026-03-09T00:00:00+08:00')).toMatchObject({
      status: 409,
      body: { code: 'LADDERS.DRAFT_STALE' },
    });
    await admin.send('DELETE', '/api/ladders/L-STD/draft');
  });

  it('show beforehand what they would have done to clocks that have been', async () => {
    const view = await admin.post<DryRunView>('/api/ladders/L-SHORT/dry-run', {
      content: await sooner(),
      since: '2026-03-01T00:00:00+08:00',
      limit: 3,
    });
    expect(view.tried).toBeGreaterThan(5);
    expect(view.items).toHaveLength(3);
    const third = view.levels.find(({ level }) => level === 'L3');
    // What fired on Friday evening would have fired at noon.
    expect(third?.fired).toBeGreaterThan(0);
    expect(third).toMatchObject({ wouldFire: third?.fired, earlier: third?.fired, later: 0 });
    expect(view.levels.find(({ level }) => level === 'L2')).toMatchObject({ earlier: 0, later: 0 });
    const late = view.items
      .flatMap(({ levels }) => levels)
      .find(({ level, fired }) => level === 'L3' && fired);
    expect(late?.wouldTell).toEqual(late?.told);
    const next = await admin.post<DryRunView>('/api/ladders/L-SHORT/dry-run', {
      content: await sooner(),
      since: '2026-03-01T00:00:00+08:00',
      limit: 3,
      after: view.next,
    });
    expect(next.items.map(({ clockId }) => clockId)).not.toContain(view.items[0]?.clockId);
    const same = await admin.post<DryRunView>('/api/ladders/L-SHORT/dry-run', {
      content: await contentOf('L-SHORT'),
      since: '2026-03-01T00:00:00+08:00',
    });
    expect(same.changed).toBe(0);
  });

  it('take effect for clocks that start from their date on; running ones climb what they started with', async () => {
    const { body } = await save('L-SHORT', await sooner(), 0);
    expect(await publish('L-SHORT', body.revision, '2026-03-05T00:00:00+08:00')).toMatchObject({
      status: 400,
      body: { code: 'LADDERS.EFFECTIVE_IN_THE_PAST' },
    });
    expect(await publish('L-SHORT', body.revision, '2026-03-09T00:00:00+08:00')).toMatchObject({
      status: 200,
      body: { version: 3 },
    });
    const { versions, draft } = await ladder('L-SHORT');
    expect(draft).toBeUndefined();
    expect(versions.map(({ version, inForce }) => [version, inForce])).toEqual([
      [3, false],
      [2, true],
    ]);
    await city.clock.passTo('2026-03-09T09:00:00+08:00');
    const climbed = async (of: Nursery): Promise<number | undefined> =>
      (await of.caseFile()).clocks.find(({ name }) => name.en === 'Fire document')?.ladderVersion;
    // A process keeps what it knows of ladders for a few seconds.
    await eventually(
      'a clock climbs the new version',
      async () => {
        const later = await city.register();
        await later.toLanes();
        return (await climbed(later)) === 3 || undefined;
      },
      30_000,
    );
    expect(await climbed(nursery)).toBe(2);
    const [trail] = await city.database.query<{ ground: string }>(
      `SELECT ground FROM audit WHERE act = 'ladder.published' AND object_id = 'L-SHORT@3'`,
    );
    expect(trail?.ground).toBe('试行更早的督办');
    const [may] = await city.database.query<{ may: boolean }>(
      `SELECT has_table_privilege('lianban_app', 'ladder', 'UPDATE') OR has_table_privilege('lianban_app', 'ladder', 'DELETE') AS may`,
    );
    expect(may?.may).toBe(false);
  }, 60_000);

  it('cannot change what they are made for', async () => {
    const content = await contentOf('L-STD');
    const { body } = await save('L-STD', { ...content, serves: 'report' }, 0);
    expect(await publish('L-STD', body.revision, '2026-04-01T00:00:00+08:00')).toMatchObject({
      status: 400,
      body: { code: 'LADDERS.USE_CHANGED' },
    });
  });
});
