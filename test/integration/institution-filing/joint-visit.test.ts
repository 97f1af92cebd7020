import type { DocumentView, PortalView, Problem } from '@lianban/contracts';
import { City, eventually, type Nursery, type TaskAtHand, twoOfficers } from '@lianban/testing';

const sections = [
  'fire',
  'market_regulation',
  'public_security',
  'housing_construction',
  'health_supervision',
];

describe('the joint visit, its conclusion and what follows', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
  }, 60_000);
  afterAll(() => city.close());

  const refused = async (
    task: TaskAtHand,
    outcome: string,
    form: Readonly<Record<string, unknown>>,
  ): Promise<Problem> => {
    const clerk = await city.clerkOf(task.officeId);
    return clerk.refused('POST', `/api/tasks/${task.id}/complete`, {
      body: { version: task.version, outcome, form },
    });
  };

  const supervisionCases = async (nursery: Nursery): Promise<readonly { reason: string; node: string }[]> =>
    city.database.query(
      `SELECT case_data(c.id) ->> 'reason' AS reason, t.node FROM case_file c JOIN task t ON t.case_id = c.id AND t.status = 'open'
        WHERE c.parent_case = $1 AND c.definition_key = 'inspection-rectification' ORDER BY reason`,
      [await nursery.caseId()],
    );

  it('is inspected by bodies with enforcement power, two certified officers each; mother and child care supports', async () => {
    const nursery = await (await city.register()).toVisit();
    const tasks = (await nursery.openTasks()).filter(({ node }) => node.startsWith('step_9'));
    const roles = await city.database.query<{ node: string; role: string; enforcement_power: boolean }>(
      `SELECT t.node, t.role, d.enforcement_power FROM task t JOIN department d ON d.code = t.department
        WHERE t.id = ANY ($1) ORDER BY t.node`,
      [tasks.map(({ id }) => id)],
    );
    expect(roles).toHaveLength(7);
    const inspecting = roles.filter(({ role }) => role === 'inspection' || role === 'lead');
    expect(inspecting.map(({ node }) => node)).not.toContain('step_9_mch');
    expect(inspecting.every((row) => row.enforcement_power)).toBe(true);
    expect(roles.find(({ node }) => node === 'step_9_mch')).toMatchObject({
      role: 'support',
      enforcement_power: false,
    });

    const fire = await nursery.at('step_9_fire');
    const officers = twoOfficers('fire');
    for (const form of [
      {},
      { officer1Name: '检查员甲', officer1Certificate: 'fire-001' },
      { ...officers, officer2Certificate: officers['officer1Certificate'] },
    ]) {
      const problem = await refused(fire, 'conforming', form);
      expect(problem).toMatchObject({ status: 400, code: 'TASKS.TWO_OFFICERS_NEEDED' });
      expect(problem.errors?.[0]?.path).toBe('form.officer1Name');
    }
    const lead = await nursery.at('step_9_health');
    const tooEarly = await refused(lead, 'conforming', twoOfficers('health'));
    expect(tooEarly).toMatchObject({
      code: 'TASKS.VISIT_INCOMPLETE',
      details: { units: sections.map((unit) => unit.replace('_', '-')) },
    });
    const excusedWithoutReason = await refused(lead, 'conforming', {
      ...twoOfficers('health'),
      absentLanes: ['fire'],
    });
    expect(excusedWithoutReason.code).toBe('TASKS.VISIT_INCOMPLETE');
    // Step 10 waits for the visit, however long mother and child care takes: it supports and does not inspect.
    for (const unit of sections.slice(1))
      await nursery.complete(`step_9_${unit}`, 'conforming', twoOfficers(unit));
    await nursery.complete('step_9_health', 'conforming', {
      absentReason: '两名执法人员出差，书面核查',
      absentLanes: ['fire'],
      absentLanesReason: '台风停航，未能登岛',
    });
    await nursery.at('step_10');
    const closed = await city.database.query<{ node: string; status: string }>(
      `SELECT node, status FROM task WHERE id = ANY ($1) AND status = 'cancelled' ORDER BY node`,
      [tasks.map(({ id }) => id)],
    );
    expect(closed.map(({ node }) => node)).toEqual(['step_9_fire', 'step_9_mch']);
  });

  it('starts supervision at once where a unit sees imminent danger, once for all that see it', async () => {
    const nursery = await (await city.register('putuo')).toVisit();
    await city.clock.quiet();
    expect(await supervisionCases(nursery)).toEqual([{ reason: 'plan-entry', node: 'step_1' }]);
    await nursery.complete('step_9_fire', 'imminent-danger', {
      ...twoOfficers('fire'),
      findings: '疏散通道被封堵',
    });
    await eventually('supervision has started', async () => (await supervisionCases(nursery)).length === 2);
    // The visit is not over by that.
    expect((await nursery.openTasks()).map(({ node }) => node)).toContain('step_9_health');
    await nursery.complete('step_9_public_security', 'imminent-danger', {
      ...twoOfficers('public-security'),
      findings: '无安全保卫措施',
    });
    await city.clock.quiet();
    expect(await supervisionCases(nursery)).toEqual([
      { reason: 'imminent-danger', node: 'step_1' },
      { reason: 'plan-entry', node: 'step_1' },
    ]);
  });

  it('wants a clause, a finding and a reason for non-conformity; then notifies, and starts the correction once', async () => {
    const nursery = await (await city.register('daishan')).toConclusion();
    const task = await nursery.at('step_10');
    expect((await refused(task, 'non-conforming', {})).code).toBe('TASKS.FORM_INVALID');
    const bare = await refused(task, 'non-conforming', { opinion: '不符合' });
    expect(bare).toMatchObject({ code: 'TASKS.NONCONFORMITY_WITHOUT_REASON' });
    expect(bare.errors?.[0]?.path).toBe('form.clause');
    await nursery.complete('step_8', 'not-publish', { opinion: '整改完成后公开' });
    await nursery.complete('step_10', 'non-conforming', {
      clause: '设置标准第六条',
      finding: '活动室人均面积不足',
      opinion: '限期三十日整改',
    });
    const file = await eventually('the case has ended', async () => {
      const found = await nursery.caseFile();
      return (
        found.outcome === 'filed-correcting' &&
        found.documents.every(({ state }) => state === 'ready') &&
        found
      );
    });
    expect(file.documents.map(({ kind }) => kind).toSorted()).toEqual([
      'filing-receipt',
      'nonconformity-notice',
    ]);
    expect(file.data['step_11']).toMatchObject({ result: { started: ['inspection-rectification'] } });
    expect(await supervisionCases(nursery)).toEqual([
      { reason: 'plan-entry', node: 'step_1' },
      { reason: 'rectification', node: 'step_1' },
    ]);
    const portal = await nursery.portal();
    const view = await portal.get<PortalView>('/api/portal');
    expect(view.standing.zh).toContain('整改');
    const notice = view.documents.find((document: DocumentView) => document.kind === 'nonconformity-notice');
    expect(notice?.number).toMatch(/^舟托不符〔2026〕\d+号$/);
    expect((await portal.send('GET', `/api/documents/${notice?.id}.pdf`)).status).toBe(200);
  });
});
