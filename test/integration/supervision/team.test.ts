import type {
  AbsenceDone,
  CaseDetail,
  InboxCounts,
  MoveReport,
  Page,
  TaskDetail,
  TaskRow,
  TeamView,
} from '@lianban/contracts';
import { City, eventually, type Nursery, Person } from '@lianban/testing';

const FIRE = 'dinghai.fire.daily-supervision';
const reason = '本人承办件过多';

/** Fire has two clerks, a section head, a deputy head and a department head at one desk in Dinghai. */
describe('a unit and its heads', () => {
  let city: City;
  let nursery: Nursery;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    nursery = await (await city.register()).toLanes();
    const people = await city.database.query<{ username: string; id: string }>(
      'SELECT username, id FROM app_user',
    );
    for (const { username, id } of people) ids[username] = id;
  }, 120_000);
  afterAll(() => city.close());

  const head = (): Promise<Person> => city.person('fire.dinghai.head');
  const team = async (username = 'fire.dinghai.head'): Promise<TeamView> =>
    (await city.person(username)).get('/api/team');
  const member = async (username: string) => (await team()).members.find(({ id }) => id === ids[username]);
  const ofFire = async (of = nursery) => {
    const task = (await of.openTasks()).find(({ officeId }) => officeId === FIRE);
    if (!task) throw new Error('fire has no task');
    return task;
  };
  const facts = async (taskId: string) => {
    const [row] = await city.database.query<Record<string, unknown>>(
      'SELECT office_id, assignee, due_at, version FROM task WHERE id = $1',
      [taskId],
    );
    return row;
  };
  const trailOf = (act: string, taskId: string) =>
    city.database.query<Record<string, unknown>>(
      `SELECT actor_name, on_behalf_of, ground, before, after FROM audit WHERE act = $1 AND object_id = $2 ORDER BY at`,
      [act, taskId],
    );
  const track = ({ court }: CaseDetail, node: string) =>
    court.find((one) => one.node === node)?.intervals.map(({ kind, from, to }) => ({ kind, from, to }));

  it('is seen by those who lead it, whole, and by nobody else', async () => {
    const { offices, members } = await team();
    expect(offices).toMatchObject([{ id: FIRE, open: 1, unclaimed: 1 }]);
    expect(members.map(({ id }) => id).toSorted()).toEqual(
      ['', '.b', '.head', '.deputy', '.chief'].map((rank) => ids[`fire.dinghai${rank}`] ?? '').toSorted(),
    );
    expect((await team('fire.dinghai.deputy')).members).toHaveLength(5);
    for (const username of ['fire.dinghai', 'supervisor.dinghai', 'admin', 'health.putuo'])
      expect(await (await city.person(username)).refused('GET', '/api/team')).toMatchObject({
        status: 403,
        code: 'TEAM.NOT_A_LEAD',
      });
    const foreign = await city.person('health.dinghai.head');
    for (const asked of [`person=${ids['fire.dinghai']}`, `office=${FIRE}`])
      expect(await foreign.refused('GET', `/api/team/tasks?${asked}`)).toMatchObject({
        status: 403,
        code: 'TEAM.NOT_IN_UNIT',
      });
  });

  it('transfers a task to a colleague: court and holder at the same instant, the clock goes on', async () => {
    const task = await ofFire();
    await (await city.person('fire.dinghai')).post(`/api/tasks/${task.id}/claim`, {});
    expect(await member('fire.dinghai')).toMatchObject({ open: 1, doneThisMonth: 0 });
    const before = await facts(task.id);
    const other = (await nursery.openTasks()).find(({ officeId }) => officeId !== FIRE)?.id ?? '';
    const to = { kind: 'person', id: ids['fire.dinghai.b'] };
    const rows = [
      { taskId: task.id, caseTitle: nursery.row.name },
      { taskId: other, refused: { code: 'TASKS.UNKNOWN' } },
    ];
    const lead = await head();
    const preview = await lead.post<MoveReport>('/api/team/moves/preview', { tasks: [task.id, other], to });
    expect(preview.rows).toMatchObject(rows);
    expect(preview.rows[0]?.refused).toBeUndefined();
    expect(preview.rows[1]?.caseNo).toBeUndefined();
    expect(await facts(task.id)).toEqual(before);

    const sending = { key: crypto.randomUUID(), body: { tasks: [task.id, other], to, reason } };
    const [first, again] = [
      await lead.send<MoveReport>('POST', '/api/team/moves', sending),
      await lead.send<MoveReport>('POST', '/api/team/moves', sending),
    ];
    expect(first.body.rows).toMatchObject(rows);
    expect(again.body).toEqual(first.body);
    expect(await facts(task.id)).toMatchObject({
      assignee: ids['fire.dinghai.b'],
      due_at: before?.['due_at'],
      version: Number(before?.['version']) + 1,
    });
    expect(await trailOf('task.transferred', task.id)).toMatchObject([
      {
        ground: reason,
        before: { assignee: ids['fire.dinghai'] },
        after: { assignee: ids['fire.dinghai.b'] },
      },
    ]);
    const intervals = track(await nursery.caseFile(), task.node) ?? [];
    expect(intervals.map(({ kind }) => kind)).toEqual(['office', 'person', 'person']);
    expect(intervals[1]?.to).toBe(intervals[2]?.from);
    expect(await member('fire.dinghai.b')).toMatchObject({ open: 1 });
    const lost = await city.person('fire.dinghai');
    const body = { version: task.version + 2, outcome: 'ok', form: {} };
    expect(await lost.refused('POST', `/api/tasks/${task.id}/complete`, { body })).toMatchObject({
      code: 'TASKS.CLAIMED_BY_OTHER',
    });
    expect(
      (await lead.post<MoveReport>('/api/team/moves', { tasks: [task.id], to, reason })).rows,
    ).toMatchObject([{ refused: { code: 'TEAM.HOLDS_IT_ALREADY' } }]);
  });

  it('moves nothing for who does not lead, nor to somebody of another unit', async () => {
    const { id } = await ofFire();
    const person = (username: string) => ({ kind: 'person', id: ids[username] });
    const body = { tasks: [id], to: person('fire.dinghai'), reason };
    for (const username of ['fire.dinghai.b', 'supervisor.dinghai'])
      expect(await (await city.person(username)).refused('POST', '/api/team/moves', { body })).toMatchObject({
        code: 'TEAM.NOT_A_LEAD',
      });
    const report = await (
      await head()
    ).post<MoveReport>('/api/team/moves', { ...body, to: person('health.dinghai') });
    expect(report.rows).toMatchObject([{ refused: { code: 'TEAM.NOT_IN_UNIT' } }]);
  });

  it('hands a task over to another unit, which sends it back within one working day', async () => {
    const task = await ofFire();
    const before = await facts(task.id);
    const housing = 'dinghai.housing-construction.daily-supervision';
    const to = { kind: 'office', id: housing };
    const lead = await head();
    const report = await lead.post<MoveReport>('/api/team/moves', { tasks: [task.id], to, reason });
    expect(report).toMatchObject({ rows: [{ taskId: task.id }] });
    expect(report.rows[0]?.refused).toBeUndefined();
    expect(new Date(report.returnUntil ?? 0).toISOString()).toBe('2026-03-03T09:30:00.000Z');
    expect(await facts(task.id)).toMatchObject({
      office_id: housing,
      assignee: null,
      due_at: before?.['due_at'],
    });
    const [handover] = (await team('housing-construction.dinghai.head')).received;
    expect(handover).toMatchObject({ taskId: task.id, reason });
    const path = `/api/team/hand-overs/${handover?.id}/send-back`;
    const body = { reason: '不属本单位职责' };
    expect(await lead.refused('POST', path, { body })).toMatchObject({ code: 'TEAM.NOT_THE_RECEIVER' });
    const receiver = await city.person('housing-construction.dinghai');
    const seen = await receiver.get<TaskDetail>(`/api/tasks/${task.id}`);
    expect(seen).toMatchObject({
      handedOver: { id: handover?.id, by: { zh: '科室负责人（消防·定海）' }, reason },
      may: { sendBack: true },
    });
    expect(new Date(seen.handedOver?.returnUntil ?? 0).toISOString()).toBe('2026-03-03T09:30:00.000Z');
    await receiver.post(path, body);
    const back = await (await city.person('fire.dinghai')).get<TaskDetail>(`/api/tasks/${task.id}`);
    expect(back).toMatchObject({ may: { claim: true, sendBack: false } });
    expect(back).not.toHaveProperty('handedOver');
    expect(await facts(task.id)).toMatchObject({ office_id: FIRE, due_at: before?.['due_at'] });
    expect(await receiver.refused('POST', path, { body })).toMatchObject({
      code: 'TEAM.NO_SUCH_HANDOVER',
    });
    expect(await trailOf('task.handed-over', task.id)).toMatchObject([
      { ground: reason, before: { office: FIRE }, after: { office: housing } },
    ]);
    expect(await trailOf('task.sent-back', task.id)).toMatchObject([{ ground: body.reason }]);
    const intervals = track(await nursery.caseFile(), task.node) ?? [];
    for (const [place, { to: end }] of intervals.slice(0, -1).entries())
      expect(intervals[place + 1]?.from).toBe(end);
    expect(intervals).toHaveLength(5);
  });

  it('takes back what was claimed there from who holds it or leads there, from nobody else, and never too late', async () => {
    const task = await ofFire(await (await city.register()).toLanes());
    const housing = 'dinghai.housing-construction.daily-supervision';
    const [holder, colleague, theirHead] = await Promise.all(
      ['', '.b', '.head'].map((rank) => city.person(`housing-construction.dinghai${rank}`)),
    );
    if (!holder || !colleague || !theirHead) throw new Error('housing has nobody');
    const handOver = async (): Promise<string> => {
      const to = { kind: 'office', id: housing };
      await (await head()).post('/api/team/moves', { tasks: [task.id], to, reason });
      const { received } = await theirHead.get<TeamView>('/api/team');
      return `/api/team/hand-overs/${received.find(({ taskId }) => taskId === task.id)?.id}/send-back`;
    };
    const claimed = async (): Promise<string> => {
      const path = await handOver();
      await holder.post(`/api/tasks/${task.id}/claim`, {});
      return path;
    };
    const seenBy = async (person: Person) => {
      const { handedOver, may } = await person.get<TaskDetail>(`/api/tasks/${task.id}`);
      return { isShown: handedOver !== undefined, sendBack: may.sendBack };
    };
    const sending = { body: { reason: '不属本单位职责' } };

    const first = await claimed();
    expect(await seenBy(colleague)).toEqual({ isShown: true, sendBack: false });
    expect(await colleague.refused('POST', first, sending)).toMatchObject({ code: 'TASKS.CLAIMED_BY_OTHER' });
    for (const outsider of ['health.dinghai', 'housing-construction.putuo', 'supervisor.dinghai'])
      expect(await (await city.person(outsider)).refused('POST', first, sending)).toMatchObject({
        code: 'TEAM.NOT_THE_RECEIVER',
      });
    expect(await seenBy(holder)).toEqual({ isShown: true, sendBack: true });
    await holder.post(first, sending.body);
    expect(await facts(task.id)).toMatchObject({ office_id: FIRE, assignee: null });
    expect(await trailOf('task.sent-back', task.id)).toMatchObject([
      { before: { office: housing, assignee: ids['housing-construction.dinghai'] }, after: { office: FIRE } },
    ]);

    const second = await claimed();
    expect(await seenBy(theirHead)).toEqual({ isShown: true, sendBack: true });
    await theirHead.post(second, sending.body);
    expect(await facts(task.id)).toMatchObject({ office_id: FIRE, assignee: null });

    const third = await claimed();
    await city.clock.passTo('2026-03-04T09:00:00+08:00');
    expect(await seenBy(holder)).toEqual({ isShown: false, sendBack: false });
    for (const person of [holder, theirHead])
      expect(await person.refused('POST', third, sending)).toMatchObject({
        code: 'TEAM.TOO_LATE_TO_SEND_BACK',
      });
    expect((await team('housing-construction.dinghai.head')).received).toEqual([]);
  });

  it('has a stand-in see and do the tasks of who is away, in their name, until they are back', async () => {
    const task = await ofFire();
    const away = await city.person('fire.dinghai');
    await away.post(`/api/tasks/${task.id}/claim`, {});
    const standIn = await city.person('fire.dinghai.b');
    const mine = async (): Promise<readonly string[]> =>
      (await standIn.get<Page<TaskRow>>('/api/inbox?box=mine')).items.map(({ id }) => id);
    expect(await mine()).not.toContain(task.id);
    const body = {
      person: ids['fire.dinghai'],
      standIn: ids['fire.dinghai.b'],
      from: '2026-03-04T08:30:00+08:00',
      to: '2026-03-10T17:30:00+08:00',
      reason: '年休假',
    };
    const lead = await head();
    for (const username of ['fire.dinghai.b', 'health.dinghai.head'])
      expect(
        await (await city.person(username)).refused('POST', '/api/team/absences', { body }),
      ).toMatchObject({ code: 'TEAM.NOT_IN_UNIT' });
    const { absenceId } = await lead.post<AbsenceDone>('/api/team/absences', body);
    expect(await lead.refused('POST', '/api/team/absences', { body })).toMatchObject({
      code: 'TEAM.AWAY_ALREADY',
    });
    expect(
      await lead.refused('POST', '/api/team/absences', {
        body: { ...body, person: ids['fire.dinghai.b'], standIn: ids['fire.dinghai'] },
      }),
    ).toMatchObject({ code: 'TEAM.STAND_IN_AWAY' });
    expect(await member('fire.dinghai')).toMatchObject({
      absences: [{ id: absenceId, isNow: true, standIn: { id: ids['fire.dinghai.b'] } }],
    });

    await eventually('the stand-in sees the task', async () => (await mine()).includes(task.id));
    const { version } = await standIn.get<TaskRow>(`/api/tasks/${task.id}`);
    await standIn.post(`/api/tasks/${task.id}/complete`, { version, outcome: 'ok', form: {} });
    const [name] = await city.database.query<{ name_zh: string }>(
      'SELECT name_zh FROM app_user WHERE id = $1',
      [ids['fire.dinghai']],
    );
    expect(await trailOf('task.completed', task.id)).toMatchObject([
      { actor_name: expect.stringContaining('乙'), on_behalf_of: name?.name_zh },
    ]);

    const next = await ofFire(await (await city.register()).toLanes());
    await away.post(`/api/tasks/${next.id}/claim`, {});
    await away.post(`/api/team/absences/${absenceId}/end`, {});
    await eventually('the stand-in ends', async () => !(await mine()).includes(next.id));
    expect(
      await standIn.refused('POST', `/api/tasks/${next.id}/complete`, {
        body: { version: next.version + 1, outcome: 'ok', form: {} },
      }),
    ).toMatchObject({ code: 'TASKS.CLAIMED_BY_OTHER' });
    expect((await standIn.get<InboxCounts>('/api/inbox/counts')).mine).toBe(0);
    expect(await away.refused('POST', `/api/team/absences/${absenceId}/end`, { body: {} })).toMatchObject({
      code: 'TEAM.NO_SUCH_ABSENCE',
    });
    expect(await member('fire.dinghai')).toMatchObject({ absences: [], open: 1 });
  });
});
