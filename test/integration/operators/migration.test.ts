import type { MigrationPlanPreview, MigrationReport } from '@lianban/contracts';
import { City } from '@lianban/testing';
import { Desk, publish } from '../office-patterns/desk.js';

const reason = '新办事指南生效，审核时限改为五日';

/** Five days for the review instead of three, another name for it, no timer at the verification by fire. */
const nextVersion = (xml: string): string =>
  xml
    .replace(
      'id="clock_review" zh="clock_review" en="clock_review" scope="unit" kind="internal" amount="3"',
      'id="clock_review" zh="clock_review" en="clock_review" scope="unit" kind="internal" amount="5"',
    )
    .replace('name="审核"', 'name="集体审核"')
    .replace(/ {4}<bpmn:boundaryEvent id="fire_late"[\s\S]*?<\/bpmn:boundaryEvent>\n/, '')
    .replace(/ {4}<bpmn:endEvent id="end_late"[\s\S]*?<\/bpmn:endEvent>\n/, '')
    .replace(/ {4}<bpmn:sequenceFlow id="fire_late_end_late"[^\n]*\n/, '')
    .replace(/ {8}<bpmn:flowNodeRef>(?:fire_late|end_late)<\/bpmn:flowNodeRef>\n/g, '');

describe('running cases and another version of their process', () => {
  let city: City;
  let first: string;
  let second: string;
  let renamed: string;
  const cases: Record<'review' | 'fire' | 'draft', Desk> = {} as never;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
    first = await publish(city, 'joint-approval');
    cases.draft = await Desk.open(city, 'joint-approval');
    cases.review = await Desk.open(city, 'joint-approval');
    await cases.review.complete('draft');
    cases.fire = await Desk.open(city, 'joint-approval');
    await cases.fire.complete('draft');
    await cases.fire.complete('review', 'agree');
    second = await publish(city, 'joint-approval', nextVersion);
    renamed = await publish(city, 'joint-approval', (xml) =>
      nextVersion(xml)
        .replaceAll('"draft"', '"first_draft"')
        .replaceAll('>draft<', '>first_draft<')
        .replaceAll('draft_review', 'first_draft_review')
        .replaceAll('start_draft', 'start_first_draft'),
    );
  }, 120_000);
  afterAll(() => city.close());

  const admin = () => city.person('admin');

  it('the preview lists deadlines with from and to, lost timers, and what has no place', async () => {
    const person = await admin();
    const ask = (desk: Desk, definitionId: string, mapping = {}): Promise<MigrationReport> =>
      person.post(`/api/cases/${desk.caseId}/migration/preview`, { definitionId, mapping, reason });
    const review = await ask(cases.review, second);
    expect(review.problems).toEqual([]);
    const moved = review.deadlines.find(({ change }) => change === 'moved');
    expect(moved).toMatchObject({ name: { en: 'clock_review' } });
    expect((moved?.to ?? '') > (moved?.from ?? '')).toBe(true);
    const fire = await ask(cases.fire, second);
    expect(fire.lostTimers).toMatchObject([{ code: 'MIGRATION.TIMER_LOST', node: 'fire_late' }]);
    expect((await ask(cases.draft, renamed)).problems).toMatchObject([
      { code: 'MIGRATION.UNMAPPED', node: 'draft' },
    ]);
    expect((await ask(cases.draft, renamed, { draft: 'first_draft' })).problems).toEqual([]);
    expect((await ask(cases.draft, renamed, { draft: 'fork' })).problems).toMatchObject([
      { code: 'MIGRATION.TYPE_CHANGED' },
    ]);
  });

  it('is refused while something is unmapped, and changes nothing', async () => {
    const person = await admin();
    const before = await cases.draft.file();
    const body = { definitionId: renamed, mapping: {}, reason };
    expect(
      await person.refused('POST', `/api/cases/${cases.draft.caseId}/migration`, { body }),
    ).toMatchObject({
      status: 409,
      code: 'MIGRATION.UNMAPPED',
    });
    expect((await cases.draft.file()).definitionId).toBe(before.definitionId);
    const supervisor = await city.person('supervisor.dinghai');
    expect(
      await supervisor.refused('POST', `/api/cases/${cases.draft.caseId}/migration`, { body }),
    ).toMatchObject({ status: 403 });
  });

  it('moves the case in one transaction: tasks keep ids and claims, clocks their ledgers, due rows follow', async () => {
    const person = await admin();
    const desk = cases.review;
    const task = await desk.task('review');
    const clerk = await desk.clerk(task);
    await clerk.post(`/api/tasks/${task.id}/claim`);
    await person.post(`/api/cases/${desk.caseId}/migration`, { definitionId: second, mapping: {}, reason });
    const after = await desk.file();
    expect(after.definitionId).toBe(second);
    const same = await desk.task('review');
    expect(same).toMatchObject({
      id: task.id,
      name: { zh: '集体审核' },
      assignee: { id: expect.any(String) },
    });
    const clock = after.clocks.find(({ name }) => name.en === 'clock_review');
    expect(clock?.ledger.map(({ text }) => text.en)).toEqual([
      'Started',
      'Counted by the new version of the process',
    ]);
    expect(same.dueAt).toBe(clock?.dueAt);
    expect(after.timeline.find(({ act }) => act === 'case.migrated')).toMatchObject({ opinion: reason });
    const rows = await city.database.query<{ at: string }>(
      `SELECT d.payload -> 'schedule' -> -1 ->> 'at' AS at FROM due d JOIN clock k ON k.id = d.clock_id
        WHERE d.case_id = $1 AND k.definition = 'clock_review'`,
      [desk.caseId],
    );
    expect(rows).toHaveLength(1);
    await desk.complete('review', 'agree');
    expect(await desk.stands()).toEqual(['fire', 'market']);
    const timers = await city.database.query(`SELECT FROM due WHERE case_id = $1 AND kind = 'timer'`, [
      desk.caseId,
    ]);
    expect(timers).toEqual([]);
  });

  it('starts the clock that only the other version has, from now, as the preview had said', async () => {
    const person = await admin();
    await publish(city, 'joint-approval', (xml) =>
      xml.replace(/ *<lianban:clock id="clock_draft"[^\n]*\n/, ''),
    );
    const desk = await Desk.open(city, 'joint-approval');
    const named = ({ name }: { readonly name: { readonly en: string } }): boolean =>
      name.en === 'clock_draft';
    expect((await desk.file()).clocks.find(named)).toBeUndefined();
    await city.database.query(`UPDATE business_time SET offset_by = offset_by + interval '1 day'`);
    const body = { definitionId: second, mapping: {}, reason };
    const report = await person.post<MigrationReport>(`/api/cases/${desk.caseId}/migration/preview`, body);
    const added = report.deadlines.find(named);
    expect(added).toMatchObject({ change: 'added', to: expect.any(String) });
    await person.post(`/api/cases/${desk.caseId}/migration`, body);
    const clock = (await desk.file()).clocks.find(named);
    // Received on Monday, moved on Tuesday: three working days from Tuesday.
    expect(clock).toMatchObject({ state: 'running', dueAt: '2026-03-06T09:30:00.000Z' });
    expect(new Date(added?.to ?? '').toISOString()).toBe(clock?.dueAt);
    expect((await desk.task('draft')).dueAt).toBe(clock?.dueAt);
  });

  it('the look at a plan says how often each finding occurs', async () => {
    const person = await admin();
    const open = await person.get<{ items: readonly { id: string }[] }>(`/api/definitions/${first}/cases`);
    expect(open.items.map(({ id }) => id).toSorted()).toEqual(
      [cases.draft.caseId, cases.fire.caseId].toSorted(),
    );
    const plan = { from: first, definitionId: renamed, mapping: {}, reason };
    const preview = await person.post<MigrationPlanPreview>('/api/migrations/preview', plan);
    expect(preview).toMatchObject({ cases: 2, ready: 1, refused: 1 });
    expect(preview.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'MIGRATION.UNMAPPED', node: 'draft', cases: 1 }),
        expect.objectContaining({ code: 'MIGRATION.TIMER_LOST', node: 'fire_late', cases: 1 }),
      ]),
    );
  });
});
