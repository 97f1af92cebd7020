import type { CaseDetail, DisputeView } from '@lianban/contracts';
import { City, type Nursery } from '@lianban/testing';

/** 管辖争议 over the check of the fire document: fire says that it is housing's. */
describe('a dispute over competence', () => {
  let city: City;
  let nursery: Nursery;
  let task: Awaited<ReturnType<Nursery['at']>>;
  let other: string;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    nursery = await city.register();
    await nursery.toLanes();
    task = await nursery.at('step_6a');
    const lanes = (await nursery.caseFile()).tasks.filter(({ status }) => status === 'open');
    other = lanes.find(({ office }) => office.id !== task.officeId)?.office.id ?? '';
  }, 120_000);
  afterAll(() => city.close());

  const raise = async (office: string) => ({
    path: `/api/tasks/${task.id}/dispute`,
    body: { office, reason: '该事项属于对方职责' },
    clerk: await city.clerkOf(task.officeId),
  });
  const open = async (username: string): Promise<readonly DisputeView[]> =>
    (await city.person(username)).get('/api/disputes');
  const tracks = ({ court }: CaseDetail) =>
    court.filter(({ node }) => node === 'step_6a').map(({ intervals }) => intervals);

  it('is raised by who has the task against another office, once', async () => {
    const own = await raise(task.officeId);
    expect(await own.clerk.refused('POST', own.path, { body: own.body })).toMatchObject({
      code: 'DISPUTES.NOT_ANOTHER_OFFICE',
      status: 400,
    });
    const { clerk, path, body } = await raise(other);
    await clerk.post(path, body);
    expect(await clerk.refused('POST', path, { body })).toMatchObject({ code: 'DISPUTES.RAISED_ALREADY' });
    const foreign = await city.clerkOf(other);
    expect(await foreign.refused('POST', path, { body })).toMatchObject({ code: 'TASKS.NOT_YOUR_OFFICE' });
  });

  it('stops no clock, and its time counts for both', async () => {
    const clocks = (await nursery.caseFile()).clocks.filter(({ state }) => state === 'stopped');
    expect(clocks).toEqual([]);
    await city.clock.passTo('2026-03-03T09:00:00+08:00');
    const [first, second] = tracks(await nursery.caseFile());
    for (const track of [first, second]) {
      expect(track).toMatchObject([{ kind: 'office' }]);
      expect(Math.round((track?.[0]?.workingSeconds ?? 0) / 3600)).toBe(7);
    }
  });

  it('is before the supervisor and both offices, due in seven working days', async () => {
    const [dispute, ...more] = await open('supervisor.dinghai');
    expect(more).toEqual([]);
    expect(dispute).toMatchObject({
      raisingOffice: { id: task.officeId },
      otherOffice: { id: other },
      reason: '该事项属于对方职责',
    });
    // Monday 2 March and seven working days.
    expect(new Date(dispute?.dueAt ?? '').toISOString()).toBe('2026-03-11T09:30:00.000Z');
    expect(await (await city.clerkOf(other)).get<readonly DisputeView[]>('/api/disputes')).toHaveLength(1);
    expect(await open('market-regulation.dinghai.registrar')).toEqual([]);
  });

  it('is decided by the superior alone, for one of the two', async () => {
    const [dispute] = await open('supervisor.dinghai');
    const path = `/api/disputes/${dispute?.id}/designate`;
    const supervisor = await city.person('supervisor.dinghai');
    const third = { office: 'dinghai.health.application-filing', decision: '指定' };
    expect(await supervisor.refused('POST', path, { body: third })).toMatchObject({
      code: 'DISPUTES.NOT_A_PARTY',
    });
    await supervisor.post(path, { office: other, decision: '经协商，由对方办理' });
    expect(
      await supervisor.refused('POST', path, { body: { office: other, decision: '再次' } }),
    ).toMatchObject({
      code: 'DISPUTES.NOT_OPEN',
    });
    expect(await open('supervisor.dinghai')).toEqual([]);
  });

  it('gives the task to the designated office from that instant, and tells both', async () => {
    const file = await nursery.caseFile();
    const moved = file.tasks.find(({ id }) => id === task.id);
    expect(moved).toMatchObject({ office: { id: other }, status: 'open' });
    const [first, second] = tracks(file);
    expect(first).toHaveLength(2);
    expect(first?.[0]?.to).toBe(second?.[0]?.to);
    expect(first?.[1]).toMatchObject({ from: first?.[0]?.to, kind: 'office' });
    expect(first?.[1]?.to).toBeUndefined();
    const told = await city.database.query<{ to_id: string }>(
      `SELECT to_id FROM notice WHERE kind = 'office-designated' ORDER BY to_id`,
    );
    expect(told.map(({ to_id: office }) => office)).toEqual([other, task.officeId].toSorted());
    expect(file.timeline.filter(({ act }) => act.startsWith('dispute.'))).toMatchObject([
      { act: 'dispute.raised', opinion: '该事项属于对方职责' },
      { act: 'dispute.decided', opinion: '经协商，由对方办理' },
    ]);
    // Whoever had it has it no more.
    const before = await city.clerkOf(task.officeId);
    const complete = { body: { version: moved?.version, outcome: 'pass', form: {} } };
    expect(await before.refused('POST', `/api/tasks/${task.id}/complete`, complete)).toMatchObject({
      code: 'TASKS.NOT_YOUR_OFFICE',
    });
  });
});
