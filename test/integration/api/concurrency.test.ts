import { randomUUID } from 'node:crypto';
import type { CaseDetail, Problem, TaskRow } from '@lianban/contracts';
import { type Answer, City, filingForm, type Nursery, type Person, type TaskAtHand } from '@lianban/testing';

interface Completed {
  readonly task: TaskRow;
}

describe('two people, two clicks, two keys', () => {
  let city: City;
  let first: Person;
  let second: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    [first, second] = await Promise.all([city.person('health.dinghai'), city.person('health.dinghai.b')]);
  }, 60_000);
  afterAll(() => city.close());

  const atDossier = async (): Promise<{ nursery: Nursery; task: TaskAtHand }> => {
    const nursery = await city.register();
    return { nursery, task: await nursery.at('step_2') };
  };

  const complete = (
    person: Person,
    task: TaskAtHand,
    key: string = randomUUID(),
    form: object = { banChecked: true },
  ): Promise<Answer<Completed & Problem>> =>
    person.send('POST', `/api/tasks/${task.id}/complete`, {
      body: { version: task.version, outcome: 'filing-needed', form },
      key,
    });

  const completions = async (task: TaskAtHand): Promise<number> =>
    (
      await city.database.query(`SELECT FROM audit WHERE act = 'task.completed' AND object_id = $1`, [
        task.id,
      ])
    ).length;

  it('one of two clerks wins; the other is told who, for which office, when and how', async () => {
    const { task } = await atDossier();
    const answers = await Promise.all([complete(first, task), complete(second, task)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const won = answers.findIndex(({ status }) => status === 200);
    const lost = answers[1 - won]?.body;
    expect(lost).toMatchObject({
      code: 'TASKS.ALREADY_COMPLETED',
      details: {
        by: { zh: won === 0 ? '经办人甲（卫健·定海）' : '经办人乙（卫健·定海）' },
        office: { zh: expect.stringContaining('定海') },
        at: expect.stringMatching(/^2026-03-02T/),
        outcome: 'filing-needed',
      },
    });
    expect(await completions(task)).toBe(1);
    const later = await (won === 0 ? second : first).refused('POST', `/api/tasks/${task.id}/claim`, {
      body: {},
    });
    expect(later).toMatchObject({ status: 409, code: 'TASKS.ALREADY_COMPLETED' });
  });

  it('a double click has one effect and the same answer', async () => {
    const { nursery, task } = await atDossier();
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => complete(first, task, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(answers[2]?.body).toEqual(answers[0]?.body);
    expect(await completions(task)).toBe(1);
    // Also when the case has long gone on.
    await nursery.file();
    await nursery.at('step_5');
    expect((await complete(first, task, key)).body).toEqual(answers[0]?.body);
    const other = await complete(first, task, key, { banChecked: false });
    expect(other).toMatchObject({ status: 409, body: { code: 'API.IDEMPOTENCY_KEY_REUSED' } });
    const elsewhere = await first.refused('POST', `/api/tasks/${task.id}/comments`, {
      body: { body: '备注' },
      key,
    });
    expect(elsewhere).toMatchObject({ status: 409, code: 'API.IDEMPOTENCY_KEY_REUSED' });
    // A key belongs to who used it: a colleague's is another one.
    expect((await complete(second, task, key)).body.code).toBe('TASKS.ALREADY_COMPLETED');
  });

  it('a task that a colleague has claimed is refused, and free again when it is released', async () => {
    const { task } = await atDossier();
    const claimed = await first.post<TaskRow>(`/api/tasks/${task.id}/claim`);
    expect(claimed.assignee?.name.zh).toContain('经办人甲');
    const held = { ...task, version: claimed.version };
    const refused = await complete(second, held);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'TASKS.CLAIMED_BY_OTHER', details: { by: { zh: expect.stringContaining('经办人甲') } } },
    });
    const twice = await Promise.all([
      first.send<TaskRow>('POST', `/api/tasks/${task.id}/claim`, { body: {} }),
      second.send<Problem>('POST', `/api/tasks/${task.id}/claim`, { body: {} }),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([200, 409]);
    const stale = await complete(first, task);
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'TASKS.VERSION_STALE', details: { yours: task.version, current: claimed.version } },
    });
    const released = await first.post<TaskRow>(`/api/tasks/${task.id}/release`);
    expect(released.assignee).toBeUndefined();
    expect((await complete(second, { ...task, version: released.version })).status).toBe(200);
  });

  it('a remark sent twice under one key is one remark', async () => {
    const { nursery, task } = await atDossier();
    const key = randomUUID();
    const remarks = await Promise.all(
      [1, 2].map(() =>
        first.post<{ id: string }>(`/api/tasks/${task.id}/comments`, { body: '请核对住所' }, key),
      ),
    );
    expect(remarks[1]).toEqual(remarks[0]);
    const file: CaseDetail = await nursery.caseFile();
    expect(file.comments.map(({ body }) => body)).toEqual(['请核对住所']);
  });

  it('an incident is settled once, and a repeated key hears the same', async () => {
    const nursery = await city.register('putuo');
    await nursery.at('step_2');
    const caseId = await nursery.caseId();
    const incident = randomUUID();
    await city.database.query(
      `INSERT INTO incident (id, tenant, case_id, node, token, code, message, opened_at)
       SELECT $1, tenant, id, 'step_1', 'gone', 'LADDERS.NOBODY_REACHED', 'test', business_now() FROM case_file WHERE id = $2`,
      [incident, caseId],
    );
    const admin = await city.person('admin');
    const key = randomUUID();
    const send = (body: object, withKey = key) =>
      admin.send<Problem>('POST', `/api/incidents/${incident}/skip`, { body, key: withKey });
    const answers = await Promise.all([1, 2].map(() => send({ note: '已电话确认' })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect((await send({ note: '另一说明' })).body.code).toBe('API.IDEMPOTENCY_KEY_REUSED');
    expect((await send({ note: '已电话确认' }, randomUUID())).body.code).toBe('INCIDENTS.RESOLVED');
  });

  it('a filing sent from two windows is one filing', async () => {
    const nursery = await city.register('daishan');
    await nursery.complete('step_2', 'filing-needed');
    await eventuallyFileable(nursery);
    const portal = await nursery.portal();
    const { kind, fileId } = await nursery.upload('licence');
    const form = { ...filingForm, materials: [{ kind, fileId }] };
    const answers = await Promise.all(
      [1, 2].map(() => portal.send<Problem>('POST', '/api/portal/filing', { body: { form } })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('PORTAL.ALREADY_FILED');
    const filings = await city.database.query('SELECT FROM filing WHERE institution_id = $1', [nursery.id]);
    expect(filings).toHaveLength(1);
  });

  const eventuallyFileable = async (nursery: Nursery): Promise<void> => {
    await city.clock.quiet();
    expect((await nursery.caseFile()).current.map(({ node }) => node)).toContain('step_4');
  };
});
