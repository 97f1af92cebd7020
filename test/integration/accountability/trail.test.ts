import type { CaseDetail, TaskRow } from '@lianban/contracts';
import { City, eventually, type Nursery, twoOfficers } from '@lianban/testing';

interface Interval {
  readonly obligation: string;
  readonly seq: number;
  readonly holder_kind: string;
  readonly office_id: string | null;
  readonly from_at: Date;
  readonly to_at: Date;
}

/** One case with a claim, a release, a remark, a supplement round and days between. */
describe('who did what, and who held it how long', () => {
  let city: City;
  let nursery: Nursery;
  let file: CaseDetail;
  let acts: number;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    nursery = await city.register();
    const clerk = await city.person('health.dinghai');
    const dossier = await nursery.at('step_2');
    await clerk.post<TaskRow>(`/api/tasks/${dossier.id}/claim`);
    await city.clock.passTo('2026-03-02T10:00:00+08:00');
    await clerk.post<TaskRow>(`/api/tasks/${dossier.id}/release`);
    await clerk.post(`/api/tasks/${dossier.id}/comments`, { body: '已电话联系' });
    await city.clock.passTo('2026-03-02T11:00:00+08:00');
    await nursery.toCompleteness();
    await city.clock.passTo('2026-03-03T10:00:00+08:00');
    await nursery.complete('step_5', 'supplement', { missing: ['fire-document'], opinion: '缺消防证明' });
    await city.clock.passTo('2026-03-05T10:00:00+08:00');
    await nursery.supplement(['fire-document']);
    await nursery.complete('step_5', 'complete');
    await nursery.at('step_6a');
    await city.clock.passTo('2026-03-06T10:00:00+08:00');
    await nursery.answerLanes();
    await nursery.complete('step_7', 'receipt');
    await nursery.complete('step_8', 'publish');
    await nursery.inspect();
    await nursery.complete('step_9_mch', 'supported');
    await nursery.complete('step_9_health', 'conforming', twoOfficers('health'));
    await city.clock.passTo('2026-03-09T09:30:00+08:00');
    await nursery.complete('step_10', 'verified', { opinion: '现场核实符合' });
    file = await eventually('the case has ended', async () => {
      const found = await nursery.caseFile();
      return found.status === 'ended' && found;
    });
    // Dossier, two checks, five lanes, receipt and publication, five sections, support, lead, conclusion.
    acts = 1 + 2 + 5 + 2 + 5 + 1 + 1 + 1;
  }, 120_000);
  afterAll(() => city.close());

  it('every act of a person is one row of the trail: who, for which office, from where, on what ground', async () => {
    const rows = await city.database.query<Readonly<Record<string, string | null>>>(
      `SELECT act, actor_kind, actor_name, office_id, address, correlation_id, ground, plan_hash, object_id FROM audit
        WHERE case_id = $1 AND act IN ('task.completed', 'task.claimed', 'task.released', 'task.commented') ORDER BY at`,
      [file.id],
    );
    expect(rows.filter(({ act }) => act === 'task.completed')).toHaveLength(acts);
    expect(rows.map(({ act }) => act).slice(0, 4)).toEqual([
      'task.claimed',
      'task.released',
      'task.commented',
      'task.completed',
    ]);
    for (const row of rows)
      expect(row).toMatchObject({ actor_kind: 'person', office_id: expect.any(String) });
    const completed = rows.filter(({ act }) => act === 'task.completed');
    for (const row of completed)
      expect(row).toMatchObject({
        address: '127.0.0.1',
        correlation_id: expect.any(String),
        plan_hash: expect.any(String),
      });
    expect(new Set(completed.map((row) => row['object_id'])).size).toBe(acts);
    expect(completed.find(({ ground }) => ground === '缺消防证明')).toMatchObject({
      office_id: 'dinghai.health.application-filing',
      actor_name: '经办人甲（卫健·定海）',
    });
  });

  it('nobody but the owner of the database can change or delete a row of it', async () => {
    const [may] = await city.database.query<Readonly<Record<string, boolean>>>(
      `SELECT has_table_privilege('lianban_app', 'audit', 'UPDATE') AS change, has_table_privilege('lianban_app', 'audit', 'DELETE') AS remove,
         has_table_privilege('lianban_app', 'ladder_firing', 'DELETE') AS rungs`,
    );
    expect(may).toEqual({ change: false, remove: false, rungs: false });
  });

  it('the timeline tells it in order, in both languages', () => {
    const { timeline } = file;
    const instants = timeline.map(({ at }) => Date.parse(at));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    for (const { text } of timeline) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[A-Z]/);
    }
    const told = timeline.map(({ act }) => act);
    expect(told[0]).toBe('case.opened');
    expect(told.at(-1)).toBe('case.ended');
    expect(told).toEqual(
      expect.arrayContaining(['clock.stopped', 'clock.resumed', 'task.claimed', 'task.commented']),
    );
    expect(timeline.find(({ opinion }) => opinion === '现场核实符合')).toMatchObject({
      actor: { zh: expect.stringContaining('经办人甲') },
      office: { zh: expect.stringContaining('定海') },
    });
  });

  it('each obligation is tiled by its holders, without gap or overlap', async () => {
    const rows = await city.database.query<Interval>(
      `SELECT obligation, seq, holder_kind, office_id, from_at, to_at FROM court_interval WHERE case_id = $1 ORDER BY obligation, seq`,
      [file.id],
    );
    const obligations = new Set(rows.map(({ obligation }) => obligation));
    for (const obligation of obligations) {
      const tiles = rows.filter((row) => row.obligation === obligation);
      expect(tiles.map(({ seq }) => seq)).toEqual(tiles.map((_, index) => index + 1));
      for (const [index, tile] of tiles.slice(1).entries())
        expect(tile.from_at.toISOString()).toBe(tiles[index]?.to_at.toISOString());
      for (const { from_at: from, to_at: to } of tiles) expect(to >= from).toBe(true);
    }
    // Every task ever made is one of them, from the moment it was made until it was closed.
    const tasks = await city.database.query<{ token: string; created_at: Date; closed_at: Date }>(
      'SELECT token, created_at, closed_at FROM task WHERE case_id = $1',
      [file.id],
    );
    for (const task of tasks) {
      const tiles = rows.filter(({ obligation }) => obligation === task.token);
      expect(tiles[0]?.from_at.toISOString()).toBe(task.created_at.toISOString());
      expect(tiles.at(-1)?.to_at.toISOString()).toBe(task.closed_at.toISOString());
    }
    expect(rows.every(({ to_at: to }) => to instanceof Date)).toBe(true);
  });

  it('says whose time it was: the office, then the clerk who claimed, then the office; the applicant while it supplements', () => {
    const dossier = file.court.find(({ node }) => node === 'step_2');
    expect(
      dossier?.intervals.map(({ kind, workingSeconds }) => [kind, Math.round(workingSeconds / 60)]),
    ).toEqual([
      ['office', 0],
      ['person', 60],
      ['office', 60],
    ]);
    const supplement = file.court.find(({ node }) => node === 'step_5w');
    expect(supplement?.intervals).toMatchObject([{ kind: 'applicant' }]);
    // From Tuesday 10:00 to Thursday 10:00: two office days of seven hours.
    expect(Math.round((supplement?.intervals[0]?.workingSeconds ?? 0) / 60)).toBe(2 * 7 * 60);
    const push = file.court.find(({ node }) => node === 'step_1');
    expect(push?.intervals).toMatchObject([{ kind: 'system' }]);
  });

  it('charges the time of the case, without gap, to what it waited for', async () => {
    const { stretches, delays } = file.charged;
    expect(stretches[0]?.from).toBe(file.court[0]?.intervals[0]?.from);
    for (const [index, { from }] of stretches.slice(1).entries()) expect(from).toBe(stretches[index]?.to);
    const waited = (step: string) =>
      stretches.filter(({ waitedFor }) => waitedFor.some((one) => one.step.zh === step));
    // The lanes were answered together a day later; before that the applicant had been waited for.
    const supplement = file.court.find(({ node }) => node === 'step_5w');
    expect(waited(supplement?.name.zh ?? '')).toMatchObject([
      { from: supplement?.intervals[0]?.from, to: supplement?.intervals[0]?.to },
    ]);
    expect(delays).toEqual([]);
  });

  it('lets nobody, not even the owner of the database, tear the tiles apart or change one that has ended', async () => {
    const [tile] = await city.database.query<{ obligation: string; seq: number }>(
      'SELECT obligation, max(seq)::int AS seq FROM court_interval WHERE case_id = $1 GROUP BY obligation LIMIT 1',
      [file.id],
    );
    const values = [file.id, tile?.obligation, (tile?.seq ?? 0) + 1];
    const next = (from: string) =>
      city.database.query(
        `INSERT INTO court_interval (case_id, obligation, seq, tenant, node, holder_kind, holder_id, from_at)
         SELECT case_id, obligation, $3, tenant, node, holder_kind, holder_id, to_at + interval '${from}'
         FROM court_interval WHERE case_id = $1 AND obligation = $2 AND seq = $3 - 1`,
        values,
      );
    await expect(next('1 second')).rejects.toMatchObject({ constraint: 'court_follows' });
    await expect(next('-1 second')).rejects.toMatchObject({ constraint: 'court_follows' });
    await expect(
      city.database.query(
        `UPDATE court_interval SET holder_id = 'somebody else' WHERE case_id = $1 AND obligation = $2`,
        values.slice(0, 2),
      ),
    ).rejects.toMatchObject({ constraint: 'court_stays' });
  });

  it('adds up to totals of each office that no second is counted for twice', async () => {
    const totals = await city.database.query<{ office_id: string; seconds: number }>(
      `SELECT office_id, extract(epoch FROM sum(to_at - from_at))::float8 AS seconds FROM court_interval
        WHERE case_id = $1 AND office_id IS NOT NULL GROUP BY office_id ORDER BY office_id`,
      [file.id],
    );
    const held = await city.database.query<{ office_id: string; seconds: number }>(
      `SELECT office_id, extract(epoch FROM sum(closed_at - created_at))::float8 AS seconds FROM task
        WHERE case_id = $1 GROUP BY office_id ORDER BY office_id`,
      [file.id],
    );
    expect(totals).toEqual(held);
  });
});
