import type {
  AbsenceDone,
  CaseDetail,
  MoveReport,
  SessionView,
  TaskActs,
  TaskDetail,
  TeamView,
} from '@lianban/contracts';
import { City, eventually, materialKinds, type Person, type TaskAtHand } from '@lianban/testing';

/** 代办 (AB岗): health in Dinghai has two desks; of its two clerks B holds no post where filings are checked. */
describe('a stand-in', () => {
  let city: City;
  let task: TaskAtHand;
  let standIn: Person;
  const ids: Record<string, string> = {};
  const names: Record<string, { readonly zh: string; readonly en: string }> = {};
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    const people = await city.database.query<{ username: string; id: string; zh: string; en: string }>(
      'SELECT username, id, name_zh AS zh, name_en AS en FROM app_user',
    );
    for (const { username, id, zh, en } of people) {
      ids[username] = id;
      names[username] = { zh, en };
    }
    const nursery = await (await city.register()).toCompleteness();
    task = await nursery.at('step_5');
    await city.database.query('DELETE FROM user_post WHERE user_id = $1 AND office_id = $2', [
      ids['health.dinghai.b'],
      task.officeId,
    ]);
    standIn = await city.person('health.dinghai.b');
  }, 120_000);
  afterAll(() => city.close());

  const away = async (person: string): Promise<string> => {
    const { absenceId } = await (
      await city.person('health.dinghai.chief')
    ).post<AbsenceDone>('/api/team/absences', {
      person: ids[person],
      standIn: ids['health.dinghai.b'],
      from: (await city.clock.now()).toISOString(),
      to: '2026-03-06T17:30:00+08:00',
      reason: '年休假',
    });
    return absenceId;
  };
  const back = async (absenceId: string): Promise<unknown> =>
    (await city.person('health.dinghai.chief')).post(`/api/team/absences/${absenceId}/end`, {});
  const canSee = async (): Promise<boolean> =>
    (await standIn.send('GET', `/api/tasks/${task.id}`)).status === 200;
  const trail = async (): Promise<readonly unknown[]> =>
    city.database.query(
      `SELECT act, actor_name, on_behalf_of FROM audit WHERE object_id = $1 AND actor_id = $2 ORDER BY at, id`,
      [task.id, ids['health.dinghai.b']],
    );
  const acted = (act: string, for_: string | null) => ({
    act,
    actor_name: names['health.dinghai.b']?.zh,
    on_behalf_of: for_ === null ? null : names[for_]?.zh,
  });

  it('has claim, remark, release and completion recorded in the name of who is away, and shown so', async () => {
    expect(await canSee()).toBe(false);
    const absence = await away('health.dinghai');
    await eventually('the stand-in works at the desk', canSee);
    await standIn.post(`/api/tasks/${task.id}/claim`, {});
    await standIn.post(`/api/tasks/${task.id}/release`, {});

    // What the colleague holds is theirs to do, whoever's desk it is.
    const absent = await city.person('health.dinghai');
    await absent.post(`/api/tasks/${task.id}/claim`, {});
    await absent.post(`/api/tasks/${task.id}/comments`, { body: '材料待核' });
    await standIn.post(`/api/tasks/${task.id}/comments`, { body: '材料已核' });
    const { version, may } = await standIn.get<TaskDetail>(`/api/tasks/${task.id}`);
    expect(may).toMatchObject({ complete: true, release: false });
    await standIn.post(`/api/tasks/${task.id}/complete`, {
      version,
      outcome: 'complete',
      form: { received: materialKinds },
    });

    const acts = ['claimed', 'released', 'commented', 'completed'].map((act) => `task.${act}`);
    expect(await trail()).toEqual(acts.map((act) => acted(act, 'health.dinghai')));
    const file = await (await city.person('admin')).get<CaseDetail>(`/api/cases/${task.caseId}`);
    const shown = file.timeline.filter(({ actor }) => actor.zh === names['health.dinghai.b']?.zh);
    expect(shown.map(({ act, onBehalfOf }) => ({ act, onBehalfOf }))).toEqual(
      acts.map((act) => ({ act, onBehalfOf: names['health.dinghai'] })),
    );
    expect(file.comments).toMatchObject([
      { body: '材料待核', author: names['health.dinghai'] },
      { body: '材料已核', author: names['health.dinghai.b'], onBehalfOf: names['health.dinghai'] },
    ]);
    expect(file.comments[0]).not.toHaveProperty('onBehalfOf');
    expect(file.timeline.find(({ act }) => act === 'task.commented')).not.toHaveProperty('onBehalfOf');
    await back(absence);
    await eventually('the cover is over', async () => !(await canSee()));
  });

  it('sends a step back in the name of who is away', async () => {
    task = await (await (await city.register()).toCompleteness()).at('step_5');
    const absence = await away('health.dinghai');
    await eventually('the stand-in works at the desk', canSee);
    const acts = await standIn.get<TaskActs>(`/api/tasks/${task.id}/acts`);
    const node = acts.return.steps[0]?.node;
    await standIn.post(`/api/tasks/${task.id}/return`, { node, then: 'walk-again', reason: '登记信息有误' });
    expect(await trail()).toContainEqual(acted('task.returned', 'health.dinghai'));
    await back(absence);
    await eventually('the cover is over', async () => !(await canSee()));
  });

  it('for a head leads the unit for as long as the cover lasts, and the trail says in whose name', async () => {
    const leads = async (): Promise<boolean> =>
      (await standIn.get<SessionView>('/api/session')).leadsUnit &&
      (await standIn.send<TeamView>('GET', '/api/team')).status === 200;
    const refused = { status: 403, code: 'TEAM.NOT_A_LEAD' };
    expect((await standIn.get<SessionView>('/api/session')).leadsUnit).toBe(false);
    expect(await standIn.refused('GET', '/api/team')).toMatchObject(refused);
    expect(
      (await (await city.person('health.dinghai.head')).get<SessionView>('/api/session')).leadsUnit,
    ).toBe(true);

    const absence = await away('health.dinghai.head');
    await eventually('the stand-in leads', leads);
    const nursery = await (await city.register()).toCompleteness();
    task = await nursery.at('step_5');
    const { rows } = await standIn.post<MoveReport>('/api/team/moves', {
      tasks: [task.id],
      to: { kind: 'person', id: ids['health.dinghai'] },
      reason: '按分工承办',
    });
    expect(rows).toMatchObject([{ taskId: task.id }]);
    expect(rows[0]).not.toHaveProperty('refused');
    expect(await trail()).toEqual([acted('task.transferred', 'health.dinghai.head')]);

    await back(absence);
    await eventually('the stand-in leads no more', async () => !(await leads()));
    expect((await standIn.get<SessionView>('/api/session')).leadsUnit).toBe(false);
    expect(await standIn.refused('GET', '/api/team')).toMatchObject(refused);
  });
});
