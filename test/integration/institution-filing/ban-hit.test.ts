import { randomUUID } from 'node:crypto';
import { City, eventually, type Nursery } from '@lianban/testing';

const banned = '禁入人员甲';

describe('a hit on the register of lifetime bans', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    await city.database.query(
      `INSERT INTO ban_register (id, tenant, person_name, basis, document_no, imposed_at)
       VALUES ($1, '330900', $2, 'POP-41', '示例〔2024〕1号', '2024-05-01T00:00:00+08:00')`,
      [randomUUID(), banned],
    );
  }, 60_000);
  afterAll(() => city.close());

  const held = async (slug: string): Promise<Nursery> => {
    const nursery = await city.register(slug, { legalRepresentative: banned });
    await nursery.toLanes();
    await nursery.at('step_7h');
    await nursery.answerLanes();
    await city.clock.quiet();
    return nursery;
  };

  const receiptClock = async (nursery: Nursery): Promise<{ state: string; dueAt?: string } | undefined> =>
    (await nursery.caseFile()).clocks.find(({ basis }) => basis === 'FILING-9A');

  it('holds the receipt until health decides, while the clock of the receipt runs on', async () => {
    const nursery = await held('dinghai');
    expect((await nursery.openTasks()).map(({ node, officeId }) => [node, officeId])).toEqual([
      ['step_7h', 'dinghai.health.application-filing'],
    ]);
    const before = await receiptClock(nursery);
    expect(before).toMatchObject({ state: 'running', dueAt: '2026-03-09T09:30:00.000Z' });
    await city.clock.passTo('2026-03-06T10:00:00+08:00');
    expect((await nursery.openTasks()).map(({ node }) => node)).toEqual(['step_7h']);
    expect(await receiptClock(nursery)).toMatchObject({ state: 'running', dueAt: before?.dueAt });
    const task = await nursery.at('step_7h');
    const clerk = await city.clerkOf(task.officeId);
    const silent = await clerk.refused('POST', `/api/tasks/${task.id}/complete`, {
      body: { version: task.version, outcome: 'cleared', form: {} },
    });
    expect(silent).toMatchObject({ status: 400, code: 'TASKS.FORM_INVALID' });
    await nursery.complete('step_7h', 'cleared', { opinion: '同名，身份证号不同' });
    const receipt = await nursery.at('step_7');
    const [row] = await city.database.query<{ due_at: Date }>('SELECT due_at FROM task WHERE id = $1', [
      receipt.id,
    ]);
    expect(row?.due_at.toISOString()).toBe(before?.dueAt);
  });

  it('refused ends the case as not filed: no receipt, nothing left open', async () => {
    const nursery = await held('putuo');
    await nursery.complete('step_7h', 'refused', { opinion: '确系禁入人员' });
    const file = await eventually('the case has ended', async () => {
      const found = await nursery.caseFile();
      return found.status === 'ended' && found;
    });
    expect(file.outcome).toBe('not-filed');
    expect(file.documents).toEqual([]);
    expect(file.tasks.filter(({ status }) => status === 'open')).toEqual([]);
    expect(file.clocks.filter(({ state }) => state === 'running')).toEqual([]);
  });

  it('is matched for the name on the filing too, where a case begins at step 5', async () => {
    const kindergarten = await city.register('daishan', {
      kind: 'nursery-class',
      registrationType: 'public',
      registrationAuthority: 'staffing-office',
      legalRepresentative: banned,
    });
    await city.clock.quiet();
    await kindergarten.file();
    await kindergarten.complete('step_5', 'complete');
    await kindergarten.at('step_7h');
  });

  it('says only that there is a hit: no name leaves the register', async () => {
    const nursery = await held('shengsi');
    const file = await nursery.caseFile();
    expect(file.data['ban_match']).toEqual({ result: { hit: true } });
    const documentNo = '示例〔2024〕1号';
    expect(JSON.stringify(file)).not.toContain(documentNo);
    const events = await city.database.query('SELECT payload FROM outbox');
    expect(JSON.stringify(events)).not.toContain(documentNo);
  });
});
