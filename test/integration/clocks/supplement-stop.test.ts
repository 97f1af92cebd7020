import type { ClockView, PortalView } from '@lianban/contracts';
import { City, eventually, type Nursery } from '@lianban/testing';

/** 补正: the stop of the clocks, one notice for all that is missing, and the lapse. All cases file on Monday 2 March. */
describe('a supplement', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
  }, 60_000);
  afterAll(() => city.close());

  const clock = async (nursery: Nursery, step: string): Promise<ClockView | undefined> =>
    (await nursery.caseFile()).clocks.find(({ name }) => name.en === step);
  const dueOf = async (nursery: Nursery, step: string): Promise<string | undefined> =>
    (await clock(nursery, step))?.dueAt;

  const dayEnd = (day: string): string => new Date(`${day}T17:30:00+08:00`).toISOString();

  const asked = async (nursery: Nursery, missing: readonly string[]): Promise<void> => {
    await nursery.complete('step_5', 'supplement', { missing, opinion: '请一次性补齐' });
    await eventually('the supplement is asked for', async () =>
      (await nursery.caseFile()).current.some(({ node }) => node === 'step_5w'),
    );
  };

  it('stops the clocks from the day after the notice through the day of receipt; one working day is left at least', async () => {
    const [early, late] = await Promise.all([city.register(), city.register('putuo')]);
    await Promise.all([early.toCompleteness(), late.toCompleteness()]);
    expect(await dueOf(early, 'Completeness check')).toBe(dayEnd('2026-03-04'));
    expect(await dueOf(early, 'Joint on-site verification')).toBe(dayEnd('2026-03-16'));
    expect(await dueOf(early, 'Conclusion or notice of non-conformity')).toBe(dayEnd('2026-03-23'));

    await city.clock.passTo('2026-03-03T10:00:00+08:00');
    await asked(early, ['fire-document', 'site']);
    await city.clock.passTo('2026-03-04T16:00:00+08:00');
    await asked(late, ['food-licence']);
    for (const step of [
      'Completeness check',
      'Joint on-site verification',
      'Conclusion or notice of non-conformity',
    ]) {
      const stopped = await clock(early, step);
      expect(stopped).toMatchObject({ state: 'stopped', stopGround: 'supplement' });
      expect(stopped?.dueAt).toBeUndefined();
    }
    const portal = await early.portal();
    const view = await portal.get<PortalView>('/api/portal');
    expect(view.next).toMatchObject({ act: 'supplement' });
    expect(view.missing.map(({ item }) => item)).toEqual(['fire-document', 'site']);
    expect(view.missing[0]?.name).toEqual({ zh: expect.any(String), en: expect.any(String) });

    // Monday after: four working days did not count (4, 5, 6 and 9 March) for the early one, three for the late one.
    await city.clock.passTo('2026-03-09T15:00:00+08:00');
    await Promise.all([early.supplement(['fire-document', 'site']), late.supplement(['food-licence'])]);
    await Promise.all([early.at('step_5'), late.at('step_5')]);
    expect(await dueOf(early, 'Completeness check')).toBe(dayEnd('2026-03-10'));
    expect(await dueOf(late, 'Completeness check')).toBe(dayEnd('2026-03-10'));
    expect(await dueOf(early, 'Joint on-site verification')).toBe(dayEnd('2026-03-20'));
    expect(await dueOf(early, 'Conclusion or notice of non-conformity')).toBe(dayEnd('2026-03-27'));
    expect(await dueOf(late, 'Joint on-site verification')).toBe(dayEnd('2026-03-19'));
    const { ledger } = (await clock(early, 'Completeness check')) ?? { ledger: [] };
    expect(ledger.map(({ text }) => text.en.split(/[:(]/)[0]?.trim())).toEqual([
      'Started',
      'Stopped',
      'Resumed',
    ]);

    const repeated = await early.at('step_5');
    const clerk = await city.clerkOf(repeated.officeId);
    const refused = await clerk.refused('POST', `/api/tasks/${repeated.id}/complete`, {
      body: { version: repeated.version, outcome: 'supplement', form: { missing: ['licence', 'site'] } },
    });
    expect(refused).toMatchObject({
      status: 400,
      code: 'TASKS.MISSING_ITEM_REPEATED',
      details: { items: ['site'] },
    });
    const nothing = await clerk.refused('POST', `/api/tasks/${repeated.id}/complete`, {
      body: { version: repeated.version, outcome: 'supplement', form: { missing: [] } },
    });
    expect(nothing).toMatchObject({ status: 400, code: 'TASKS.MISSING_ITEMS_EMPTY' });
    await asked(early, ['licence']);
    expect((await early.caseFile()).data['noticedItems']).toEqual(['fire-document', 'site', 'licence']);
  });

  it('refuses a supplement nobody asked for', async () => {
    const nursery = await (await city.register('daishan')).toCompleteness();
    const portal = await nursery.portal();
    const refused = await portal.refused('POST', '/api/portal/supplement', {
      body: { form: { materials: [] } },
    });
    expect(refused).toMatchObject({ status: 409, code: 'PORTAL.NOTHING_TO_SUPPLEMENT' });
  });
});

describe('a filing whose supplement does not come', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
  }, 60_000);
  afterAll(() => city.close());

  it('lapses after 30 working days, and a new filing opens a new case at step 5', async () => {
    const nursery = await (await city.register()).toCompleteness();
    await city.clock.passTo('2026-03-03T10:00:00+08:00');
    await nursery.complete('step_5', 'supplement', { missing: ['fire-document'] });
    // Thirty working days from 3 March, with Qingming off on 4 to 6 April, end on 15 April.
    await city.clock.passTo('2026-04-15T17:00:00+08:00');
    const first = await nursery.caseId();
    expect(await nursery.caseFile()).toMatchObject({ status: 'open' });
    await city.clock.passTo('2026-04-15T17:31:00+08:00');
    expect(await nursery.caseFile()).toMatchObject({ status: 'ended', outcome: 'lapsed' });
    const [lapsed] = await city.database.query<{ at: string }>(
      `SELECT payload #>> '{data,lapsedAt}' AS at FROM outbox WHERE case_id = $1 AND topic LIKE '%filing.lapsed.v1'`,
      [first],
    );
    expect(lapsed?.at.slice(0, 16)).toBe('2026-04-15T09:30');
    const portal = await nursery.portal();
    expect(await portal.get<PortalView>('/api/portal')).toMatchObject({ next: { act: 'file' } });
    await nursery.file();
    await eventually('a new case is open', async () => (await nursery.caseId()) !== first);
    expect((await nursery.openTasks()).map(({ node }) => node)).toEqual(['step_5']);
  });
});
