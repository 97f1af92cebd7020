import { randomUUID } from 'node:crypto';
import type { ActDone, CasePreview, TaskActs, TaskDetail } from '@lianban/contracts';
import { City } from '@lianban/testing';
import { changedBetween, changedBy, Desk, publish } from './desk.js';

const reason = '材料与现场不一致，请重新审核';

describe('returning a task', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
    await publish(city, 'joint-approval');
  }, 90_000);
  afterAll(() => city.close());

  const verifying = async (): Promise<Desk> => {
    const desk = await Desk.open(city, 'joint-approval');
    await desk.complete('draft');
    const review = await desk.task('review');
    await (await desk.clerk(review)).post(`/api/tasks/${review.id}/claim`);
    await desk.complete('review', 'agree');
    return desk;
  };

  it('offers the steps that were done, with who did them, and says why other acts are not possible', async () => {
    const desk = await verifying();
    const fire = await desk.task('fire');
    const clerk = await desk.clerk(fire);
    const acts = await clerk.get<TaskActs>(`/api/tasks/${fire.id}/acts`);
    expect(acts.return).toMatchObject({
      allowed: true,
      steps: [
        {
          node: 'review',
          then: ['walk-again', 'come-back'],
          office: { id: 'dinghai.health.application-filing' },
        },
        { node: 'draft', then: ['walk-again', 'come-back'], by: { zh: expect.stringContaining('甲') } },
      ],
    });
    expect(acts.takeBack).toMatchObject({
      allowed: false,
      code: 'ACTS.NOT_COMPLETED',
      why: { zh: expect.stringMatching(/撤回/) },
    });
    expect(acts.addSigner).toMatchObject({ allowed: false, code: 'ACTS.NO_COUNTERSIGNING' });
    const other = await (
      await city.person('market-regulation.dinghai')
    ).get<TaskActs>(`/api/tasks/${fire.id}/acts`);
    expect(other.return).toMatchObject({ allowed: false, code: 'TASKS.NOT_YOUR_OFFICE', steps: [] });
  });

  it('does what its preview said: the other branch goes, the step comes to whoever had it, with the reason', async () => {
    const desk = await verifying();
    const fire = await desk.task('fire');
    const clerk = await desk.clerk(fire);
    const body = { node: 'review', then: 'walk-again', reason };
    const before = await desk.file();
    const preview = await clerk.post<CasePreview>(`/api/tasks/${fire.id}/return/preview`, body);
    expect(changedBetween(before, await desk.file())).toEqual({ opens: [], cancels: [], clocks: [] });
    expect((await desk.file()).timeline).toEqual(before.timeline);
    expect(preview.cancels.map(({ name }) => name.en).toSorted()).toEqual([
      'Fire verifies',
      'Market regulation verifies',
    ]);
    expect(preview.timers.gone).toMatchObject([{ name: { en: 'Not verified in ten days' } }]);
    await clerk.post<ActDone>(`/api/tasks/${fire.id}/return`, body);
    const after = await desk.file();
    expect(changedBy(preview)).toEqual(changedBetween(before, after));
    const review = await desk.task('review');
    expect(review).toMatchObject({
      office: { id: 'dinghai.health.application-filing' },
      returned: { reason, then: 'walk-again' },
    });
    expect(review.assignee?.name.zh).toContain('经办人甲');
    const detail = await (await desk.clerk(review)).get<TaskDetail>(`/api/tasks/${review.id}`);
    expect(detail.returned).toMatchObject({ reason, from: { en: 'Fire verifies' } });
    expect(after.timeline.find(({ act }) => act === 'task.returned')).toMatchObject({
      opinion: reason,
      office: { zh: expect.stringContaining('消防') },
    });
    // The clocks of the two verifications count from the review, which is done again.
    const closed = after.clocks.filter(({ state }) => state === 'closed').map(({ name }) => name.en);
    expect(closed.toSorted()).toEqual(['clock_fire', 'clock_market']);
    await desk.complete('review', 'agree');
    const again = await desk.file();
    expect(
      again.clocks
        .filter(({ name }) => name.en === 'clock_fire')
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['closed', 'running']);
    expect((await desk.task('fire')).dueAt).toBe(
      again.clocks.find(({ name, state }) => name.en === 'clock_fire' && state === 'running')?.dueAt,
    );
  });

  it('that comes straight back touches nobody else, and the step goes to who returned it', async () => {
    const desk = await verifying();
    const fire = await desk.task('fire');
    const clerk = await desk.clerk(fire);
    await clerk.post(`/api/tasks/${fire.id}/claim`);
    const market = await desk.task('market');
    await clerk.post(`/api/tasks/${fire.id}/return`, { node: 'review', then: 'come-back', reason });
    expect(await desk.stands()).toEqual(['market', 'review']);
    expect((await desk.task('market')).id).toBe(market.id);
    await desk.complete('review', 'agree');
    expect(await desk.stands()).toEqual(['fire', 'market']);
    const back = await desk.task('fire');
    expect(back.id).not.toBe(fire.id);
    expect(back.assignee?.id).toBeDefined();
    for (const node of ['fire', 'market', 'issue']) await desk.complete(node);
    expect((await desk.file()).status).toBe('ended');
  });

  it('is refused without a reason, to a step that was not done, by another office, and twice', async () => {
    const desk = await verifying();
    const fire = await desk.task('fire');
    const clerk = await desk.clerk(fire);
    const path = `/api/tasks/${fire.id}/return`;
    const body = { node: 'review', then: 'walk-again', reason };
    expect(await clerk.refused('POST', path, { body: { ...body, reason: ' ' } })).toMatchObject({
      status: 400,
    });
    expect(await clerk.refused('POST', path, { body: { ...body, node: 'issue' } })).toMatchObject({
      code: 'ACTS.STEP_NOT_DONE',
    });
    const stranger = await city.person('fire.putuo');
    expect(await stranger.refused('POST', path, { body })).toMatchObject({ code: 'TASKS.NOT_YOUR_OFFICE' });
    const key = randomUUID();
    const [first, second] = [
      await clerk.send('POST', path, { body, key }),
      await clerk.send('POST', path, { body, key }),
    ];
    expect(second.body).toEqual(first.body);
    expect(await clerk.refused('POST', path, { body })).toMatchObject({ code: 'TASKS.ALREADY_CANCELLED' });
    const acts = (await desk.file()).timeline.filter(({ act }) => act === 'task.returned');
    expect(acts).toHaveLength(1);
  });

  it('of two people at once only one is heard: a return and a completion of the other branch', async () => {
    const desk = await verifying();
    const [fire, market] = [await desk.task('fire'), await desk.task('market')];
    const [returner, completer] = [await desk.clerk(fire), await desk.clerk(market)];
    const answers = await Promise.all([
      returner.send('POST', `/api/tasks/${fire.id}/return`, {
        body: { node: 'review', then: 'walk-again', reason },
      }),
      completer.send('POST', `/api/tasks/${market.id}/complete`, {
        body: { version: market.version, form: {} },
      }),
    ]);
    expect(answers[0]?.status).toBe(200);
    expect([200, 409]).toContain(answers[1]?.status);
    expect(await desk.stands()).toEqual(['review']);
  });

  describe('taking back', () => {
    it('gives the step back to who completed it, with what was written, and undoes what came of it', async () => {
      const desk = await Desk.open(city, 'joint-approval');
      const draft = await desk.task('draft');
      const clerk = await desk.clerk(draft);
      await clerk.post(`/api/tasks/${draft.id}/complete`, {
        version: draft.version,
        form: {},
        opinion: '初稿',
      });
      const path = `/api/tasks/${draft.id}/take-back`;
      expect((await clerk.get<TaskActs>(`/api/tasks/${draft.id}/acts`)).takeBack).toEqual({ allowed: true });
      const before = await desk.file();
      const preview = await clerk.post<CasePreview>(`${path}/preview`, { reason: '漏填' });
      await clerk.post(path, { reason: '漏填' });
      const after = await desk.file();
      expect(changedBy(preview)).toEqual(changedBetween(before, after));
      const again = await desk.task('draft');
      expect(again).toMatchObject({ assignee: { id: expect.any(String) }, returned: { then: 'take-back' } });
      expect((await clerk.get<TaskDetail>(`/api/tasks/${again.id}`)).formData).toMatchObject({
        opinion: '初稿',
      });
      const state = (name: string): readonly string[] =>
        after.clocks.filter((clock) => clock.name.en === name).map((clock) => clock.state);
      expect([state('clock_draft'), state('clock_review'), state('clock_case')]).toEqual([
        ['running'],
        ['closed'],
        ['running'],
      ]);
    });

    it('leaves the data of the case as they were, which the preview says and the trail keeps', async () => {
      await publish(city, 'joint-approval', (xml) =>
        xml
          .replaceAll('joint-approval', 'noted-approval')
          .replace(
            '<lianban:milestone name="drafted"/>',
            '<lianban:output target="note" expression="&quot;新&quot;"/><lianban:milestone name="drafted"/>',
          ),
      );
      const desk = await Desk.open(city, 'noted-approval', { note: '旧' });
      const draft = await desk.complete('draft');
      const clerk = await desk.clerk(draft);
      expect((await desk.file()).data).toMatchObject({ note: '新' });
      const path = `/api/tasks/${draft.id}/take-back`;
      const preview = await clerk.post<CasePreview>(`${path}/preview`, { reason: '漏填' });
      expect(preview.values).toEqual([{ name: 'note', before: '新', after: '旧' }]);
      await clerk.post(path, { reason: '漏填' });
      expect((await desk.file()).data).toMatchObject({ note: '旧', draft: null });
      const [row] = await city.database.query<{ before: unknown; after: unknown }>(
        `SELECT before, after FROM audit WHERE act = 'task.taken-back' AND case_id = $1`,
        [desk.caseId],
      );
      expect(row).toMatchObject({
        before: { data: { note: '新' }, milestones: { drafted: expect.any(String) } },
        after: { node: 'draft', data: { note: '旧' }, milestones: { drafted: null } },
      });
    });

    it('is over once the next step was claimed or done, and is for one’s own completion only', async () => {
      const desk = await Desk.open(city, 'joint-approval');
      const draft = await desk.complete('draft');
      const review = await desk.task('review');
      const clerk = await desk.clerk(draft);
      await clerk.post(`/api/tasks/${review.id}/claim`);
      const path = `/api/tasks/${draft.id}/take-back`;
      const body = { reason: '漏填' };
      expect(await clerk.refused('POST', path, { body })).toMatchObject({ code: 'ACTS.TAKEN_UP' });
      expect(await clerk.refused('POST', `${path}/preview`, { body })).toMatchObject({
        code: 'ACTS.TAKEN_UP',
      });
      await desk.complete('review', 'agree');
      expect(await clerk.refused('POST', path, { body })).toMatchObject({
        code: 'CASES.NOTHING_TO_TAKE_BACK',
      });
      const fire = await city.person('fire.dinghai');
      expect(await fire.refused('POST', path, { body })).toMatchObject({ code: 'TASKS.NOT_YOUR_OFFICE' });
    });
  });
});
