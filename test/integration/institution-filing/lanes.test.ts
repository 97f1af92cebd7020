import { City, eventually, type Nursery } from '@lianban/testing';

/** The joint verification of step 6 and how it lets the receipt of step 7 go. */
describe('the seven lanes of the joint verification', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
  }, 60_000);
  afterAll(() => city.close());

  const lanesOf = async (nursery: Nursery): Promise<readonly string[]> =>
    (await nursery.openTasks()).map(({ node }) => node).filter((node) => node.startsWith('step_6'));

  const count = async (nursery: Nursery, node: string): Promise<number> => {
    const tasks = 'SELECT FROM task WHERE case_id = $1 AND node = $2';
    return (await city.database.query(tasks, [await nursery.caseId(), node])).length;
  };

  it('are five for a care institution in an old building, each at the office of its department', async () => {
    const nursery = await (await city.register()).toLanes();
    const tasks = await nursery.openTasks();
    expect(tasks.map(({ node, officeId }) => [node, officeId])).toEqual([
      ['step_6a', 'dinghai.fire.daily-supervision'],
      ['step_6b', 'dinghai.housing-construction.daily-supervision'],
      ['step_6c', 'dinghai.market-regulation.daily-supervision'],
      ['step_6d', 'dinghai.public-security.daily-supervision'],
      ['step_6g', 'dinghai.mch.daily-supervision'],
    ]);
    const clocks = (await nursery.caseFile()).clocks.filter(
      ({ scope, kind }) => scope === 'unit' && kind === 'internal',
    );
    expect(clocks.filter(({ ladder, state }) => ladder === 'L-SHORT' && state === 'running')).toHaveLength(5);
  });

  it('are six where the building is new, seven for a nursery class in a new building', async () => {
    const newBuilding = await (await city.register('putuo')).toLanes({ newBuildingOrChangeOfUse: true });
    expect(await lanesOf(newBuilding)).toEqual([
      'step_6a',
      'step_6b',
      'step_6c',
      'step_6d',
      'step_6f',
      'step_6g',
    ]);
    const kindergarten = await (
      await city.approveNurseryClass('putuo')
    ).toLanes({ newBuildingOrChangeOfUse: true });
    expect(await lanesOf(kindergarten)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((lane) => `step_6${lane}`),
    );
    const education = (await kindergarten.openTasks()).find(({ node }) => node === 'step_6e');
    expect(education?.officeId).toBe('putuo.education.daily-supervision');
  });

  it('open step 7 once, when the last of them has answered, whatever it found', async () => {
    const nursery = await (await city.register('daishan')).toLanes();
    await nursery.complete('step_6a', 'doubt', { opinion: '证书编号无法核对' });
    await nursery.complete('step_6b', 'not-ok', { opinion: '未见验收备案凭证' });
    await nursery.complete('step_6c', 'ok');
    await nursery.complete('step_6d', 'pending', { opinion: '系统尚未返回' });
    expect(await count(nursery, 'step_7')).toBe(0);
    await nursery.complete('step_6g', 'not-ok', { opinion: '自评表缺页' });
    const receipt = await nursery.at('step_7');
    expect(receipt.officeId).toBe('daishan.health.application-filing');
    await nursery.complete('step_7', 'receipt');
    await nursery.at('step_9_health');
    expect(await count(nursery, 'step_7')).toBe(1);
  });

  it('want a reason for a doubt', async () => {
    const nursery = await (await city.register('shengsi')).toLanes();
    const task = await nursery.at('step_6a');
    const fire = await city.clerkOf(task.officeId);
    for (const outcome of ['doubt', 'not-ok']) {
      const refused = await fire.refused('POST', `/api/tasks/${task.id}/complete`, {
        body: { version: task.version, outcome, form: {} },
      });
      expect(refused).toMatchObject({ status: 400, code: 'TASKS.FORM_INVALID' });
      expect(refused.errors).toMatchObject([{ path: 'opinion', code: 'required' }]);
    }
  });

  it('start the credit check of staff at once where a record is found, and tell nobody whose', async () => {
    const nursery = await (await city.register('jintang')).toLanes();
    await nursery.complete('step_6d', 'hit', { opinion: '工作人员某某有记录' });
    const caseId = await nursery.caseId();
    const started = await eventually('the credit check has started', async () => {
      const rows = await city.database.query<{ caused_by: string }>(
        `SELECT caused_by FROM case_file WHERE parent_case = $1 AND definition_key = 'practitioner-credential'`,
        [caseId],
      );
      return rows.length > 0 && rows;
    });
    expect(started).toHaveLength(1);
    expect(started[0]?.caused_by).toContain('background-check.returned');
    const told = await city.database.query<{ payload: object }>(
      `SELECT payload FROM outbox WHERE kind = 'event' AND case_id = $1`,
      [caseId],
    );
    expect(JSON.stringify(told)).not.toContain('某某');
  });

  it('no lane that is late holds the receipt; its task stays open, and step 10 closes it as not given', async () => {
    const nursery = await (await city.register('liuheng')).toLanes();
    await nursery.complete('step_6a', 'ok');
    await nursery.complete('step_6b', 'ok');
    expect(await count(nursery, 'step_7')).toBe(0);
    // Complete on Monday 2 March: the third working day ends on Thursday.
    await city.clock.passTo('2026-03-05T17:31:00+08:00');
    await nursery.at('step_7');
    expect(await lanesOf(nursery)).toEqual(['step_6c', 'step_6d', 'step_6g']);
    const { tasks } = await nursery.caseFile();
    const late = tasks.filter(({ status, stepNo }) => status === 'open' && stepNo?.startsWith('6'));
    expect(late.map(({ mark }) => mark)).toEqual(['overdue', 'overdue', 'overdue']);
    // One answers after all, before and without opening step 7 a second time.
    await nursery.complete('step_6c', 'ok');
    await nursery.complete('step_7', 'receipt');
    await nursery.at('step_9_health');
    expect(await lanesOf(nursery)).toEqual(['step_6d', 'step_6g']);
    await nursery.inspect();
    await nursery.complete('step_9_health', 'conforming', { absentReason: '书面核查' });
    await nursery.at('step_10');
    await nursery.complete('step_10', 'verified');
    const closed = await eventually('the lanes are closed', async () => {
      expect(await lanesOf(nursery)).toEqual([]);
      return city.database.query<{ status: string; outcome: string; closed_by: string | null }>(
        `SELECT status, outcome, closed_by FROM task WHERE case_id = $1 AND node IN ('step_6d', 'step_6g')`,
        [await nursery.caseId()],
      );
    });
    const silent = { status: 'cancelled', outcome: 'not-given', closed_by: null };
    expect(closed).toEqual([silent, silent]);
    expect(await count(nursery, 'step_7')).toBe(1);
    const opinions = await city.database.query<{ dept: string }>(
      `SELECT payload #>> '{data,dept}' AS dept FROM outbox WHERE kind = 'event' AND case_id = $1 AND topic LIKE '%.opinion-given.v1'`,
      [await nursery.caseId()],
    );
    expect(opinions.map(({ dept }) => dept).toSorted()).toEqual([
      'fire',
      'housing-construction',
      'market-regulation',
    ]);
  });
});
