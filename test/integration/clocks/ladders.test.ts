import type { ClockView, RungView, SupervisionBoard, TaskRow, Page } from '@lianban/contracts';
import { City, type Nursery } from '@lianban/testing';

interface Firing {
  readonly level: string;
  readonly planned_at: Date;
  readonly fired_at: Date;
  readonly ladder: string;
}

/** Everything is filed and complete on Monday 2 March 2026; no holiday lies in the weeks after. */
describe('clocks that run out', () => {
  let city: City;
  let dinghai: Nursery;
  let putuo: Nursery;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    [dinghai, putuo] = await Promise.all([city.register(), city.register('putuo')]);
    await Promise.all([dinghai.toLanes(), putuo.toLanes()]);
    for (const lane of ['6b', '6c', '6d', '6g']) await dinghai.complete(`step_${lane}`, 'ok');
  }, 90_000);
  afterAll(() => city.close());

  const clock = async (nursery: Nursery, step: string): Promise<ClockView> => {
    const found = (await nursery.caseFile()).clocks.find(({ name }) => name.en === step);
    if (found === undefined) throw new Error(`no clock ${step}`);
    return found;
  };

  const fired = (view: ClockView): readonly string[] =>
    view.rungs.filter(({ state }) => state === 'fired').map(({ level }) => level);

  const told = (rung: RungView | undefined): readonly string[] => rung?.told.map(({ zh }) => zh) ?? [];

  const mark = async (nursery: Nursery, stepNo: string): Promise<string | undefined> =>
    (await nursery.caseFile()).tasks.find((task) => task.stepNo === stepNo && task.status === 'open')?.mark;

  const board = async (): Promise<SupervisionBoard> => {
    const supervisor = await city.person('supervisor.dinghai');
    return supervisor.get('/api/board?district=330902');
  };

  it('climb L-SHORT by working time where the period is a default of three days; marks go with it', async () => {
    expect(await clock(dinghai, 'Fire document')).toMatchObject({
      ladder: 'L-SHORT',
      basis: 'PD',
      dueAt: '2026-03-05T09:30:00.000Z',
    });
    expect(await mark(dinghai, '6a')).toBe('none');
    await city.clock.passTo('2026-03-04T12:30:00+08:00');
    expect(await mark(dinghai, '6a')).toBe('due-soon');
    const half = await clock(dinghai, 'Fire document');
    expect(fired(half)).toEqual(['L0']);
    // Nobody has claimed it: every clerk of the desk is told.
    expect(told(half.rungs[0])).toHaveLength(2);
    expect(told(half.rungs[0]).join()).toMatch(/经办人甲.*经办人乙/s);

    await city.clock.passTo('2026-03-05T17:31:00+08:00');
    expect(await mark(dinghai, '6a')).toBe('overdue');
    const over = await clock(dinghai, 'Fire document');
    expect(over.breached).toBe(true);
    expect(fired(over)).toEqual(['L0', 'L1']);
    expect(told(over.rungs[1]).join()).toContain('科室负责人');
    expect((await board()).overdue).toBeGreaterThan(0);

    await city.clock.passTo('2026-03-06T17:31:00+08:00');
    const late = await clock(dinghai, 'Fire document');
    expect(fired(late)).toEqual(['L0', 'L1', 'L2', 'L3']);
    expect(late.rungs.map(({ level, at }) => [level, at?.slice(0, 16)])).toEqual([
      ['L0', expect.stringMatching(/^2026-03-0[34]T/)],
      ['L1', '2026-03-05T09:30'],
      ['L2', '2026-03-06T04:00'],
      ['L3', '2026-03-06T09:30'],
      ['L4', '2026-03-10T09:30'],
      ['L5', '2026-03-12T09:30'],
      ['L6', '2026-03-19T09:30'],
    ]);
    // L3 reaches the unit that leads the process.
    expect(told(late.rungs[3]).join()).toContain('卫');
    const overdue = await (
      await city.person('supervisor.dinghai')
    ).get<Page<TaskRow>>('/api/board/tasks?list=overdue&district=330902');
    expect(overdue.items.map(({ caseId }) => caseId)).toContain(await dinghai.caseId());
    expect((await board()).worst?.sentence.zh).toMatch(/超期/);
  });

  it('stop climbing when the work is done', async () => {
    await dinghai.complete('step_6a', 'ok');
    await city.clock.passTo('2026-03-11T09:00:00+08:00');
    const done = await clock(dinghai, 'Fire document');
    expect(done.state).toBe('met');
    expect(fired(done)).toEqual(['L0', 'L1', 'L2', 'L3']);
    expect(done.breached).toBe(true);
  });

  it('climb L-LEGAL where a rule sets the period, whoever is late, and record the breach', async () => {
    const receipt = await clock(dinghai, 'Filing receipt');
    expect(receipt).toMatchObject({
      kind: 'statutory',
      basis: 'FILING-9A',
      ladder: 'L-LEGAL',
      dueAt: '2026-03-09T09:30:00.000Z',
      breached: true,
    });
    expect(fired(receipt)).toEqual(['L0', 'L1', 'L2', 'L3']);
    expect(told(receipt.rungs[3]).join()).toContain('主要负责人');
    expect(receipt.rungs[3]?.action.zh).toContain('责任追究台账');
    const entries = await city.database.query<{ entry: { kind: string; dueAt: string } }>(
      `SELECT e.entry FROM clock_entry e JOIN clock k ON k.id = e.clock_id
        WHERE k.case_id = $1 AND k.basis = 'FILING-9A' AND e.entry ->> 'kind' = 'breached'`,
      [await dinghai.caseId()],
    );
    expect(entries).toMatchObject([{ entry: { dueAt: '2026-03-09T09:30:00.000Z' } }]);
    // What was written to the trail can be changed by nobody but its owner.
    const [may] = await city.database.query<{ may: boolean }>(
      `SELECT has_table_privilege('lianban_app', 'clock_entry', 'DELETE') OR has_table_privilege('lianban_app', 'clock_entry', 'UPDATE') AS may`,
    );
    expect(may?.may).toBe(false);
  });

  it('enter a default as late and a statutory period as breached, and leave what is to be drafted to others', async () => {
    const kinds = await city.database.query<{ default: boolean; kind: string }>(
      `SELECT DISTINCT k.basis = 'PD' AS default, e.entry ->> 'kind' AS kind FROM clock_entry e JOIN clock k ON k.id = e.clock_id
        WHERE e.entry ->> 'kind' IN ('breached', 'late') ORDER BY kind`,
    );
    expect(kinds).toEqual([
      { default: false, kind: 'breached' },
      { default: true, kind: 'late' },
    ]);
    const entries = await city.database.query(
      `SELECT a.kind, a.basis, a.level, a.ladder FROM accountability_entry a WHERE a.case_id = $1 AND a.basis = 'FILING-9A'`,
      [await dinghai.caseId()],
    );
    expect(entries).toEqual([{ kind: 'breached', basis: 'FILING-9A', level: 'L3', ladder: 'L-LEGAL@2' }]);
    const [may] = await city.database.query<{ may: boolean }>(
      `SELECT has_table_privilege('lianban_app', 'accountability_entry', 'DELETE')
         OR has_table_privilege('lianban_app', 'accountability_entry', 'UPDATE') AS may`,
    );
    expect(may?.may).toBe(false);
    const handed = await city.database.query<{ level: string; kinds: readonly string[] }>(
      `SELECT o.payload ->> 'level' AS level, jsonb_path_query_array(o.payload, '$.acts[*].kind') AS kinds FROM outbox o
        WHERE o.topic = 'rung-fired' AND o.case_id = $1 AND o.payload #>> '{clockName,en}' = 'Fire document' ORDER BY level`,
      [await dinghai.caseId()],
    );
    expect(handed).toEqual([
      { level: 'L2', kinds: ['letter'] },
      { level: 'L3', kinds: ['supervision-order'] },
    ]);
  });

  it('fall back to somebody real where a post is vacant, and say so', async () => {
    const late = await clock(putuo, 'Fire document');
    // Putuo has one clerk on each desk: no section head, no deputy.
    const first = late.rungs.find(({ level }) => level === 'L1');
    expect(told(first).length).toBeGreaterThan(0);
    const [row] = await city.database.query<{ told: readonly { post: string; fallback?: string }[] }>(
      `SELECT f.told FROM ladder_firing f JOIN clock k ON k.id = f.clock_id
        WHERE k.case_id = $1 AND k.definition = 'clock_6a' AND f.level = 'L1'`,
      [await putuo.caseId()],
    );
    const vacant = row?.told.filter(({ fallback }) => fallback !== undefined);
    // The officer of the joint-meeting office stands in, not the convenor: a vacancy is no escalation.
    expect(vacant).toMatchObject([{ post: 'section-head', fallback: 'vacant: section-head' }]);
  });

  it('fire every rung once and in order, also when weeks pass in one leap', async () => {
    await city.database.query(`UPDATE business_time SET offset_by = offset_by + interval '40 days'`);
    await city.clock.quiet();
    const [lists] = await city.database.query<{ people: number; notices: number; rungs: number }>(
      `SELECT count(DISTINCT to_id)::int AS people, count(*)::int AS notices, sum((payload ->> 'count')::int + more)::int AS rungs
        FROM notice WHERE kind = 'rungs' AND created_at > (SELECT business_now()) - interval '1 hour'`,
    );
    // Weeks of rungs come at once: each person gets one list, not one notice for each rung.
    expect(lists?.notices).toBe(lists?.people);
    expect(lists?.rungs).toBeGreaterThan(lists?.notices ?? 0);
    for (const nursery of [dinghai, putuo]) {
      const rows = await city.database.query<Firing & { clock_id: string }>(
        `SELECT clock_id, ladder, level, planned_at, fired_at FROM ladder_firing WHERE case_id = $1 ORDER BY clock_id, planned_at, level`,
        [await nursery.caseId()],
      );
      for (const clockId of new Set(rows.map(({ clock_id }) => clock_id))) {
        const firings = rows.filter(({ clock_id }) => clock_id === clockId);
        const levels = firings.map(({ level }) => level);
        expect(levels).toEqual(['L0', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6'].slice(0, levels.length));
        const instants = firings.map(({ fired_at: at }) => at.getTime());
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
        for (const { planned_at: planned, fired_at: at } of firings) expect(at >= planned).toBe(true);
      }
      const receipt = rows.filter(({ ladder }) => ladder === 'L-LEGAL');
      expect(new Set(receipt.map(({ level }) => level))).toEqual(
        new Set(['L0', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6']),
      );
    }
  });
});
