import { randomUUID } from 'node:crypto';
import type { CasePreview, CaseTask, SigningRound, TaskActs, TaskDetail } from '@lianban/contracts';
import { City } from '@lianban/testing';
import { changedBetween, changedBy, Desk, publish } from './desk.js';

const signers = ['fire', 'market-regulation', 'dinghai.education.daily-supervision'];

describe('countersigning', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
    await publish(city, 'countersign');
  }, 90_000);
  afterAll(() => city.close());

  const begun = async (who: readonly string[] = signers): Promise<Desk> => {
    const desk = await Desk.open(city, 'countersign', { signers: who });
    await desk.complete('prepare');
    return desk;
  };
  const round = async (desk: Desk): Promise<SigningRound> => {
    const [first] = (await desk.file()).signings;
    if (!first) throw new Error('there is no round');
    return first;
  };
  const of = (tasks: readonly CaseTask[], office: string): CaseTask => {
    const found = tasks.find((task) => task.office.id === office);
    if (!found) throw new Error(`no task for ${office}: ${tasks.map((task) => task.office.id).join()}`);
    return found;
  };

  it('makes a task for the office of each signer, in the district of the case', async () => {
    const desk = await begun();
    const tasks = await desk.tasks('sign');
    expect(tasks.map(({ office }) => office.id).toSorted()).toEqual([
      'dinghai.education.daily-supervision',
      'dinghai.fire.daily-supervision',
      'dinghai.market-regulation.daily-supervision',
    ]);
    expect(tasks.map(({ instance }) => instance?.item)).toEqual(expect.arrayContaining(signers));
    // One clock for the whole; each of its tasks shows it.
    expect(new Set(tasks.map(({ dueAt }) => dueAt)).size).toBe(1);
    expect(tasks[0]?.dueAt).toBeDefined();
    const inbox = await (
      await city.person('fire.dinghai')
    ).get<{ items: readonly { id: string }[] }>('/api/inbox');
    expect(inbox.items.map(({ id }) => id)).toContain(of(tasks, 'dinghai.fire.daily-supervision').id);
  });

  it('ends as soon as it is carried: two of three agree, the third is no longer needed', async () => {
    const desk = await begun();
    const tasks = await desk.tasks('sign');
    await desk.completeTask(of(tasks, 'dinghai.fire.daily-supervision'), 'agree');
    expect(await round(desk)).toMatchObject({
      mode: 'ratio',
      open: true,
      agreed: 1,
      waiting: 2,
      total: 3,
      needed: 2,
      summary: { zh: '3家中1家同意，2家未签', en: '1 of 3 agreed, 2 open' },
    });
    await desk.completeTask(of(tasks, 'dinghai.market-regulation.daily-supervision'), 'agree');
    expect(await desk.stands()).toEqual(['publish']);
    const over = await round(desk);
    expect(over).toMatchObject({
      open: false,
      agreed: 2,
      total: 3,
      result: 'passed',
      summary: { zh: '3家中2家同意，1家无需再签', en: '2 of 3 agreed, 1 no longer needed' },
    });
    expect(over.signers.map(({ status }) => status).toSorted()).toEqual(['agreed', 'agreed', 'not-needed']);
    const { clocks, data } = await desk.file();
    expect(clocks.find(({ name }) => name.en === 'clock_sign')).toMatchObject({ state: 'met' });
    expect(data['sign']).toMatchObject({ outcome: 'carried' });
  });

  it('ends as soon as it cannot be carried any more, and the gateway behind it hears of it', async () => {
    const desk = await begun();
    const [first, second] = await desk.tasks('sign');
    if (!first || !second) throw new Error('two tasks expected');
    await desk.completeTask(first, 'refuse');
    await desk.completeTask(second, 'refuse');
    expect(await desk.stands()).toEqual(['again']);
    expect(await round(desk)).toMatchObject({ against: 2, result: 'rejected' });
  });

  it('two signers at once are both counted; a double click counts once', async () => {
    const desk = await begun();
    const tasks = await desk.tasks('sign');
    const [fire, market] = [
      of(tasks, 'dinghai.fire.daily-supervision'),
      of(tasks, 'dinghai.market-regulation.daily-supervision'),
    ];
    const clerk = await desk.clerk(fire);
    const click = { body: { version: fire.version, outcome: 'agree', form: {} }, key: randomUUID() };
    const answers = await Promise.all([
      clerk.send('POST', `/api/tasks/${fire.id}/complete`, click),
      clerk.send('POST', `/api/tasks/${fire.id}/complete`, click),
      desk.completeTask(market, 'refuse'),
    ]);
    expect(answers.slice(0, 2).map((answer) => 'status' in answer && answer.status)).toEqual([200, 200]);
    expect(await round(desk)).toMatchObject({ agreed: 1, against: 1, waiting: 1 });
  });

  it('a person signs in the office where they hold a post', async () => {
    const [holder] = await city.database.query<{ id: string; office: string }>(
      `SELECT u.id, p.office_id AS office FROM app_user u JOIN user_post p ON p.user_id = u.id WHERE u.username = 'fire.dinghai' LIMIT 1`,
    );
    const desk = await begun([holder?.id ?? '', 'market-regulation']);
    const mine = of(await desk.tasks('sign'), holder?.office ?? '');
    expect(mine.assignee?.id).toBe(holder?.id);
  });

  it('a signer takes the own signature back while the round is open, and signs otherwise', async () => {
    const desk = await begun();
    const tasks = await desk.tasks('sign');
    const fire = of(tasks, 'dinghai.fire.daily-supervision');
    await desk.completeTask(fire, 'agree');
    const clerk = await desk.clerk(fire);
    expect((await clerk.get<TaskActs>(`/api/tasks/${fire.id}/acts`)).takeBack).toEqual({ allowed: true });
    await clerk.post(`/api/tasks/${fire.id}/take-back`, { reason: '会签意见有误' });
    expect(await round(desk)).toMatchObject({ open: true, agreed: 0, waiting: 3, total: 3 });
    const again = of(await desk.tasks('sign'), 'dinghai.fire.daily-supervision');
    expect(again).toMatchObject({ instance: fire.instance, returned: { then: 'take-back' } });
    await desk.completeTask(again, 'refuse');
    expect(await round(desk)).toMatchObject({ open: true, agreed: 0, against: 1, waiting: 2 });
  });

  it('the signature that ends the round is taken back: the preview says so, the round is open, the spared sign after all', async () => {
    const desk = await begun();
    const tasks = await desk.tasks('sign');
    const [fire, market, education] = [
      of(tasks, 'dinghai.fire.daily-supervision'),
      of(tasks, 'dinghai.market-regulation.daily-supervision'),
      of(tasks, 'dinghai.education.daily-supervision'),
    ];
    const teacher = await desk.clerk(education);
    await teacher.post(`/api/tasks/${education.id}/claim`);
    await teacher.send('PUT', `/api/tasks/${education.id}/draft`, { body: { data: { opinion: '拟同意' } } });
    await desk.completeTask(fire, 'agree');
    const dueAt = of(await desk.tasks('sign'), 'dinghai.education.daily-supervision').dueAt;
    await desk.completeTask(market, 'agree');
    expect(await desk.stands()).toEqual(['publish']);
    const clerk = await desk.clerk(market);
    const path = `/api/tasks/${market.id}/take-back`;
    expect((await clerk.get<TaskActs>(`/api/tasks/${market.id}/acts`)).takeBack).toEqual({ allowed: true });
    const body = { reason: '会签意见有误' };
    const before = await desk.file();
    const preview = await clerk.post<CasePreview>(`${path}/preview`, body);
    expect(await desk.stands()).toEqual(['publish']);
    expect(preview.cancels.map(({ name }) => name.en)).toEqual(['Publish']);
    expect(preview.opens.map(({ office }) => office.en).toSorted()).toHaveLength(2);
    await clerk.post(path, body);
    const after = await desk.file();
    expect(changedBy(preview)).toEqual(changedBetween(before, after));
    expect(await round(desk)).toMatchObject({ open: true, agreed: 1, waiting: 2, total: 3 });
    expect(after.signings).toHaveLength(1);
    expect(after.clocks.find(({ name }) => name.en === 'clock_sign')).toMatchObject({
      state: 'running',
      dueAt,
    });
    expect(after.data).toMatchObject({ sign: null });
    const open = await desk.tasks('sign');
    const mine = of(open, 'dinghai.market-regulation.daily-supervision');
    expect(mine).toMatchObject({ instance: market.instance, returned: { then: 'take-back' } });
    const spared = of(open, 'dinghai.education.daily-supervision');
    expect(spared.assignee?.id).toBeDefined();
    const again = await teacher.get<TaskDetail>(`/api/tasks/${spared.id}`);
    expect(again).toMatchObject({ formData: { opinion: '拟同意' } });
    const first = await desk.clerk(fire);
    expect((await first.get<TaskActs>(`/api/tasks/${fire.id}/acts`)).takeBack).toEqual({ allowed: true });
    await desk.completeTask(mine, 'refuse');
    await desk.completeTask(spared, 'refuse');
    expect(await desk.stands()).toEqual(['again']);
  });

  it('the last signature stands once somebody has taken up the next step', async () => {
    const desk = await begun(['fire']);
    const [only] = await desk.tasks('sign');
    if (!only) throw new Error('a task expected');
    await desk.completeTask(only, 'agree');
    const next = await desk.task('publish');
    await (await desk.clerk(next)).post(`/api/tasks/${next.id}/claim`);
    const clerk = await desk.clerk(only);
    expect(
      await clerk.refused('POST', `/api/tasks/${only.id}/take-back`, { body: { reason: '会签意见有误' } }),
    ).toMatchObject({ code: 'ACTS.TAKEN_UP' });
    expect(await desk.stands()).toEqual(['publish']);
  });

  it('a round that is returned to goes to each of its signers again', async () => {
    const desk = await begun();
    for (const task of (await desk.tasks('sign')).slice(0, 2)) await desk.completeTask(task, 'agree');
    const publishing = await desk.task('publish');
    const clerk = await desk.clerk(publishing);
    const body = { node: 'sign', then: 'walk-again', reason: '会签意见须重新征求' };
    await clerk.post(`/api/tasks/${publishing.id}/return`, body);
    const tasks = await desk.tasks('sign');
    expect(new Set(tasks.map(({ office }) => office.id)).size).toBe(3);
    expect(tasks.map(({ returned }) => returned?.then)).toEqual(Array(3).fill('walk-again'));
  });

  it('what went to a person at once may be taken back until they have looked after it', async () => {
    const signer = await city.person('fire.dinghai');
    const [holder] = await city.database.query<{ id: string }>(
      `SELECT id FROM app_user WHERE username = 'fire.dinghai'`,
    );
    const desk = await Desk.open(city, 'countersign', { signers: [holder?.id, 'market-regulation'] });
    const first = await desk.complete('prepare');
    const clerk = await desk.clerk(first);
    await clerk.post(`/api/tasks/${first.id}/take-back`, { reason: '名单有误' });
    expect(await desk.stands()).toEqual(['prepare']);
    const second = await desk.complete('prepare');
    const mine = (await desk.tasks('sign')).find(({ assignee }) => assignee?.id === holder?.id);
    await signer.send('PUT', `/api/tasks/${mine?.id}/draft`, { body: { data: { opinion: '拟同意' } } });
    const refused = await clerk.refused('POST', `/api/tasks/${second.id}/take-back`, {
      body: { reason: '名单有误' },
    });
    expect(refused).toMatchObject({ code: 'ACTS.TAKEN_UP' });
  });

  it('a signer whom nobody knows is an incident, and the others sign meanwhile', async () => {
    const desk = await begun(['fire', 'no-such-department']);
    const { incidents } = await desk.file();
    expect(incidents).toMatchObject([
      { code: 'ROUTING.NO_OFFICE', message: expect.stringContaining('no-such-department') },
    ]);
    expect(await desk.tasks('sign')).toHaveLength(2);
  });
});
