import type {
  OrderDone,
  CaseDetail,
  Page,
  ScorecardMonthsView,
  ScorecardView,
  WorkFactView,
} from '@lianban/contracts';
import { City, eventually, type Nursery, type Person } from '@lianban/testing';

/** Health of Dinghai does one step late in March; the month ends; what is concluded later corrects it. */
describe('scorecards', () => {
  let city: City;
  let nursery: Nursery;
  let file: CaseDetail;
  let supervisor: Person;
  let clerk: Person;
  let office: string;
  const scorecard = (person: Person, query: string): Promise<ScorecardView> =>
    person.get(`/api/scorecards?month=2026-03&${query}`);
  const own = async (query = ''): Promise<ScorecardView['rows'][number] | undefined> =>
    (await scorecard(supervisor, query)).rows.find(({ key }) => key === office);
  const facts = async (person: Person, query = ''): Promise<readonly WorkFactView[]> =>
    (await person.get<Page<WorkFactView>>(`/api/scorecards/facts?month=2026-03&office=${office}${query}`))
      .items;

  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    supervisor = await city.person('supervisor.dinghai');
    clerk = await city.person('health.dinghai');
    nursery = await city.register();
    const dossier = await nursery.at('step_2');
    office = dossier.officeId;
    // Far beyond the limit of opening a dossier.
    await city.clock.passTo('2026-03-23T09:00:00+08:00');
    await nursery.toCompleteness();
    await nursery.complete('step_5', 'complete', { received: [] });
    file = await nursery.caseFile();
  }, 180_000);
  afterAll(() => city.close());

  it('count what an office completed: late, late in its own court, and how long it held it', async () => {
    const row = await eventually('both steps are measured', async () => {
      const found = await own();
      return found?.completed === 2 && found;
    });
    expect(row).toMatchObject({ onTime: 1, late: 1, lateOwn: 1, rework: 0, excluded: 0 });
    const dossier = file.court.find(({ node }) => node === 'step_2');
    const hours = (dossier?.intervals ?? []).reduce(
      (sum, { workingSeconds }) => sum + workingSeconds / 3600,
      0,
    );
    const [late] = await facts(supervisor, '&which=late');
    expect(late).toMatchObject({ isLate: true, isLateOwn: true, caseId: file.id });
    expect(late?.hours).toBeCloseTo(hours, 0);
  });

  it('keep the figures of people inside their unit, and those of an office from other offices', async () => {
    const people = await scorecard(clerk, `by=person&office=${office}`);
    expect(people.rows).toMatchObject([{ completed: 2 }]);
    const path = `/api/scorecards?by=person&office=${office}`;
    expect(await supervisor.refused('GET', path)).toMatchObject({
      code: 'SCORECARDS.NOT_YOUR_OFFICE',
      status: 403,
    });
    const months = await clerk.get<ScorecardMonthsView>(`/api/scorecards/months?by=person&office=${office}`);
    expect(months.rows).toMatchObject([{ cells: [{ month: '2026-03', figures: { completed: 2 } }] }]);
    expect(
      await supervisor.refused('GET', `/api/scorecards/months?by=person&office=${office}`),
    ).toMatchObject({ code: 'SCORECARDS.NOT_YOUR_OFFICE' });
    const fire = await city.person('fire.dinghai');
    expect(await fire.refused('GET', `/api/scorecards?office=${office}`)).toMatchObject({
      code: 'SCORECARDS.NOT_YOUR_OFFICE',
    });
  });

  it('count the papers served on an office in the month, and what became of them', async () => {
    const convenor = await city.person('convenor.dinghai');
    const draft = {
      kind: 'supervision-order',
      caseId: file.id,
      office,
      subject: '督促办结',
      facts: '已超期。',
      demand: '请办结。',
      answerWithin: 1,
    };
    const served = async (): Promise<string> => {
      const { orderId } = await supervisor.post<OrderDone>('/api/orders', draft);
      await convenor.post(`/api/orders/${orderId}/acts`, { act: 'issue' });
      await supervisor.post(`/api/orders/${orderId}/acts`, {
        act: 'serve',
        way: 'in-system',
        receivedBy: '某人',
      });
      return orderId;
    };
    const before = await own();
    expect(before).toMatchObject({ orders: 0, answers: 0, answersLate: 0 });
    const [answered] = [await served(), await served()];
    await clerk.post(`/api/orders/${answered}/acts`, { act: 'acknowledge' });
    await clerk.post(`/api/orders/${answered}/acts`, { act: 'answer', words: '已办结' });
    await city.clock.passTo('2026-03-26T09:00:00+08:00');
    expect(await own()).toEqual({ ...before, orders: 2, answers: 1, answersLate: 1 });
    for (const by of ['process', 'district', 'department'])
      expect((await scorecard(supervisor, `by=${by}`)).rows).toMatchObject([{ orders: 2, answersLate: 1 }]);
    // They go to a unit, not to a person.
    expect((await scorecard(clerk, `by=person&office=${office}`)).rows).toMatchObject([{ orders: 0 }]);
  });

  it('are frozen when their month is over', async () => {
    expect((await scorecard(supervisor, '')).frozenAt).toBeUndefined();
    await city.clock.passTo('2026-04-01T00:00:10+08:00');
    const frozen = await eventually('March is frozen', async () => {
      const found = await scorecard(supervisor, '');
      return found.frozenAt !== undefined && found;
    });
    expect(frozen.corrections).toBe(0);
  });

  it('change by an objection and its answer, beside what was frozen', async () => {
    const [late] = await facts(clerk, '&which=late');
    expect(late?.may).toEqual({ object: true, conclude: false });
    const path = `/api/scorecards/facts/${late?.id}`;
    expect(
      await supervisor.refused('POST', `${path}/answer`, { body: { conclusion: 'upheld', answer: '无' } }),
    ).toMatchObject({
      code: 'SCORECARDS.NO_OPEN_OBJECTION',
    });
    await clerk.post(`${path}/objection`, { reason: '系统停机，无法建档' });
    expect(await clerk.refused('POST', `${path}/objection`, { body: { reason: '再次' } })).toMatchObject({
      code: 'SCORECARDS.OBJECTED_ALREADY',
    });
    await supervisor.post(`${path}/answer`, { conclusion: 'exempt', answer: '情况属实，予以免责' });
    expect(await own('asOf=frozen')).toMatchObject({ late: 1, lateOwn: 1, exempt: 0 });
    expect(await own('asOf=corrected')).toMatchObject({
      late: 0,
      lateOwn: 0,
      exempt: 1,
      completed: 2,
      onTime: 2,
    });
    expect((await scorecard(supervisor, '')).corrections).toBe(1);
    const { months, total, rows } = await supervisor.get<ScorecardMonthsView>('/api/scorecards/months');
    expect(months).toMatchObject([{ month: '2026-03', corrections: 1 }]);
    const cell = {
      month: '2026-03',
      figures: { completed: 2, late: 1, lateOwn: 1 },
      corrected: { completed: 2, late: 0, lateOwn: 0 },
    };
    expect(total).toMatchObject([cell]);
    expect(rows).toMatchObject([{ key: office, cells: [cell] }]);
    expect((await facts(clerk, '&which=concluded'))[0]).toMatchObject({
      conclusions: [{ kind: 'exempt', reason: '情况属实，予以免责' }],
      objection: { reason: '系统停机，无法建档', conclusion: 'exempt' },
      may: { object: false },
    });
  });

  it('leave out what was excluded, and conclude nothing twice', async () => {
    const [late] = await facts(supervisor, '&which=late');
    const path = `/api/scorecards/facts/${late?.id}/conclusion`;
    const body = { conclusion: 'excluded', reason: '演练办件' };
    await supervisor.post(path, body);
    expect(await supervisor.refused('POST', path, { body })).toMatchObject({
      code: 'SCORECARDS.CONCLUDED_ALREADY',
    });
    expect(await own('asOf=corrected')).toMatchObject({ completed: 1, excluded: 1 });
    const acts = (await nursery.caseFile()).timeline.map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['fact.objected', 'objection.answered', 'fact.concluded']));
  });

  it('are sums of facts that the product can neither change nor delete', async () => {
    const [may] = await city.database.query<Readonly<Record<string, boolean>>>(
      `SELECT bool_or(has_table_privilege('lianban_app', t, p)) AS may
       FROM unnest(ARRAY['work_fact', 'fact_conclusion', 'scorecard_month']) AS t, unnest(ARRAY['UPDATE', 'DELETE']) AS p`,
    );
    expect(may).toEqual({ may: false });
  });

  it('come with signs of abnormal handling', async () => {
    await city.clock.passTo('2026-04-01T09:00:00+08:00');
    const second = await city.register();
    const task = await second.at('step_2');
    await clerk.post(`/api/tasks/${task.id}/claim`);
    await second.toCompleteness();
    const signs = await supervisor.get<readonly { kind: string; caseId: string }[]>(
      '/api/scorecards/signs?month=2026-04',
    );
    expect(signs).toMatchObject([{ kind: 'at-once', caseId: (await second.caseFile()).id }]);
  });
});
