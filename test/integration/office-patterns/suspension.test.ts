import type { CaseDetail, CasePreview, Page, TaskRow } from '@lianban/contracts';
import { City, eventually } from '@lianban/testing';
import { changedBetween, changedBy, Desk, publish } from './desk.js';

const body = { ground: 'force-majeure', reason: '台风蓝色预警，现场核实暂停' };

describe('suspending a case', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    await publish(city, 'joint-approval');
    await publish(city, 'waits-for-signal');
  }, 90_000);
  afterAll(() => city.close());

  const supervisor = () => city.person('supervisor.dinghai');
  const clockOf = ({ clocks }: CaseDetail, name: string) => clocks.find((clock) => clock.name.en === name);

  it('stops people and the clocks that name its ground, shows why and by whom, and goes on as its preview said', async () => {
    const desk = await Desk.open(city, 'joint-approval');
    await desk.complete('draft');
    const path = `/api/cases/${desk.caseId}`;
    const person = await supervisor();
    const running = await desk.file();
    const preview = await person.post<CasePreview>(`${path}/suspend/preview`, body);
    expect(preview.clocks).toMatchObject([
      { name: { en: 'clock_case' }, change: 'stopped', ground: { zh: expect.stringContaining('不可抗力') } },
      { name: { en: 'clock_review' }, change: 'stopped' },
    ]);
    await person.post(`${path}/suspend`, body);
    const stopped = await desk.file();
    expect(changedBy(preview)).toEqual(changedBetween(running, stopped));
    expect(stopped).toMatchObject({
      suspended: { ...body, by: { zh: expect.any(String) }, since: expect.any(String) },
      may: { suspend: false, resume: true },
    });
    const review = await desk.task('review');
    const clerk = await desk.clerk(review);
    const complete = { body: { version: review.version, outcome: 'agree', form: {} } };
    expect(await clerk.refused('POST', `/api/tasks/${review.id}/complete`, complete)).toMatchObject({
      status: 409,
      code: 'CASES.SUSPENDED',
    });
    expect(await clerk.refused('POST', `/api/tasks/${review.id}/claim`, { body: {} })).toMatchObject({
      code: 'CASES.SUSPENDED',
    });
    const inbox = await clerk.get<Page<TaskRow>>('/api/inbox');
    expect(inbox.items.find(({ id }) => id === review.id)).toMatchObject({
      suspended: { reason: body.reason },
      mark: 'paused',
    });
    await city.clock.passTo('2026-03-05T09:00:00+08:00');
    await person.post(`${path}/resume`, { reason: '预警解除' });
    const resumed = await desk.file();
    expect(resumed).not.toHaveProperty('suspended');
    expect(
      (clockOf(resumed, 'clock_review')?.dueAt ?? '') > (clockOf(running, 'clock_review')?.dueAt ?? ''),
    ).toBe(true);
    expect(resumed.court.find(({ node }) => node === 'review')?.intervals.map(({ kind }) => kind)).toEqual([
      'office',
      'suspended',
      'office',
    ]);
    await desk.complete('review', 'agree');
  });

  it('holds what falls due: nothing fires and nothing is marked until it is lifted', async () => {
    const desk = await Desk.open(city, 'joint-approval');
    await desk.complete('draft');
    await desk.complete('review', 'agree');
    const person = await supervisor();
    await person.post(`/api/cases/${desk.caseId}/suspend`, { ...body, ground: 'judicial' });
    const states = () =>
      city.database.query<{ state: string }>('SELECT DISTINCT state FROM due WHERE case_id = $1', [
        desk.caseId,
      ]);
    expect(await states()).toEqual([{ state: 'held' }]);
    await city.clock.passTo('2026-03-30T09:00:00+08:00');
    const late = await desk.file();
    // No clock names this ground, so they ran on, and nobody was told while nobody could act.
    expect(late.tasks.filter(({ status }) => status === 'open').map(({ mark }) => mark)).toEqual([
      'none',
      'none',
    ]);
    expect(late.timeline.filter(({ act }) => act === 'timer.fired' || act === 'rung.fired')).toEqual([]);
    await person.post(`/api/cases/${desk.caseId}/resume`, { reason: '案件审结' });
    await eventually('the timer that was held fires', async () =>
      (await desk.file()).timeline.some(({ act }) => act === 'timer.fired'),
    );
    await eventually('what is late is marked so', async () =>
      (await desk.tasks()).every(({ mark }) => mark === 'overdue'),
    );
    const [breach] = await city.database.query<{ at: string }>(
      `SELECT entry ->> 'at' AS at FROM clock_entry WHERE case_id = $1 AND entry ->> 'kind' = 'breached' LIMIT 1`,
      [desk.caseId],
    );
    expect((breach?.at ?? '') < '2026-03-20').toBe(true);
  });

  it('keeps a signal that comes meanwhile', async () => {
    const desk = await Desk.open(city, 'waits-for-signal');
    const person = await supervisor();
    await person.post(`/api/cases/${desk.caseId}/suspend`, body);
    const admin = await city.person('admin');
    await admin.post('/api/signals', { signal: 'storm-over', reason: '预警解除' });
    await eventually('the case has kept it', async () => {
      const { timeline } = await desk.file();
      return timeline.some(({ act }) => act === 'signal.received');
    });
    expect(await desk.stands()).toEqual([]);
    await person.post(`/api/cases/${desk.caseId}/resume`, { reason: '预警解除' });
    expect(await desk.stands()).toEqual(['visit']);
  });

  it('is for supervisors, once at a time, with a ground and a reason', async () => {
    const desk = await Desk.open(city, 'joint-approval');
    const path = `/api/cases/${desk.caseId}`;
    const person = await supervisor();
    const clerk = await city.person('health.dinghai');
    expect(await clerk.refused('POST', `${path}/suspend`, { body })).toMatchObject({ status: 403 });
    expect(
      await person.refused('POST', `${path}/suspend`, { body: { ...body, ground: 'mood' } }),
    ).toMatchObject({ status: 400 });
    expect(await person.refused('POST', `${path}/resume`, { body: { reason: '恢复' } })).toMatchObject({
      code: 'CASES.NOT_SUSPENDED',
    });
    const answers = await Promise.all([1, 2].map(() => person.send('POST', `${path}/suspend`, { body })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});
