import type { FailedDelivery, NoticePreferences, Page } from '@lianban/contracts';
import { City, eventually, type ListedTodo, type Nursery } from '@lianban/testing';

/** What waits longest is tried after 2, 6 and 18 seconds. */
const PATIENCE_MS = 45_000;

/** The gateway for text messages and the unified to-do list, as simulators that a test can take down. */
describe('systems outside the house', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', isReachable: true });
  }, 120_000);
  afterAll(() => city.close());

  const todo = async (taskId: string): Promise<ListedTodo | undefined> =>
    (await city.departments.todos()).find(({ id }) => id === taskId);
  const listed = (what: string, taskId: string, is: (todo: ListedTodo) => boolean): Promise<ListedTodo> =>
    eventually(
      what,
      async () => {
        const found = await todo(taskId);
        return found && is(found) ? found : undefined;
      },
      PATIENCE_MS,
    );

  describe('the unified to-do list', () => {
    it('shows a task to its office, then to who claimed it, no more once it is done, and again once taken back', async () => {
      const nursery = await city.register();
      const task = await nursery.at('step_2');
      const { revision } = await listed('the to-do', task.id, ({ act }) => act === 'push');
      const clerk = await city.clerkOf(task.officeId);
      expect(await todo(task.id)).toMatchObject({ office: task.officeId });
      expect((await todo(task.id))?.title).not.toContain(nursery.row.name);
      await clerk.post(`/api/tasks/${task.id}/claim`);
      const claimed = await listed('the person', task.id, ({ person }) => person !== undefined);
      expect(claimed).toMatchObject({ act: 'push' });
      expect(claimed.revision).toBeGreaterThan(revision);
      await nursery.complete('step_2', 'filing-needed', { banChecked: true });
      await listed('its end', task.id, ({ act }) => act === 'withdraw');
      await clerk.post(`/api/tasks/${task.id}/take-back`, { reason: '材料未核对完，重新核对' });
      const again = await nursery.at('step_2');
      await listed('the to-do again', again.id, ({ act }) => act === 'push');
    });

    it('is told no faster than it takes: what waits stays behind, and everything else goes before it', async () => {
      const [{ tenant } = { tenant: '' }] = await city.database.query<{ tenant: string }>(
        `INSERT INTO outbox (id, tenant, kind, topic, payload, hand_over_at)
          SELECT uuidv7(), l.tenant, 'job', 'tell-todo', '{"taskId": "00000000-0000-0000-0000-000000000000"}', now() + interval '1 day'
          FROM unified_todo_list l, generate_series(1, 200) RETURNING tenant`,
      );
      const nursery = await city.register();
      await nursery.toReceipt();
      const waiting = await city.database.query<{ waits: boolean }>(
        `SELECT u.try_at IS NOT NULL AS waits FROM unified_todo u JOIN task t ON t.id = u.task_id WHERE t.case_id = $1`,
        [await nursery.caseId()],
      );
      expect(waiting.length).toBeGreaterThan(5);
      expect(waiting.every(({ waits }) => waits)).toBe(true);
      await city.database.query(
        `DELETE FROM outbox WHERE tenant = $1 AND topic = 'tell-todo' AND hand_over_at > now() + interval '1 hour'`,
        [tenant],
      );
      const { id } = await nursery.at('step_7');
      await listed('what waited', id, ({ act }) => act === 'push');
    });

    it('holds up no case while it is down, and shows how things stand once it is back', async () => {
      const control = await city.register();
      await control.toReceipt();
      await city.departments.set('unified-todo', 'down');
      const nursery = await city.register();
      await nursery.toReceipt();
      expect(await acts(nursery)).toEqual(await acts(control));
      const tasks = await city.database.query<{ id: string; status: string }>(
        'SELECT id, status FROM task WHERE case_id = $1',
        [await nursery.caseId()],
      );
      expect(await Promise.all(tasks.map(({ id }) => todo(id)))).toEqual(tasks.map(() => undefined));
      await city.departments.set('unified-todo', 'ok');
      for (const { id, status } of tasks) {
        const expected = status === 'open' ? 'push' : 'withdraw';
        await listed(`${id} as it stands`, id, ({ act }) => act === expected);
      }
    }, 120_000);

    it('that refuses a to-do leaves it to an administrator', async () => {
      await city.departments.set('unified-todo', 'reject');
      const nursery = await city.register();
      const { id } = await nursery.at('step_2');
      const admin = await city.person('admin');
      const failed = async (): Promise<readonly FailedDelivery[]> =>
        (await admin.get<Page<FailedDelivery>>('/api/outside-deliveries/failed')).items;
      await eventually('the failure', async () => (await failed()).some((one) => one.id === id), PATIENCE_MS);
      await city.departments.set('unified-todo', 'ok');
      await admin.post(`/api/outside-deliveries/todo/${id}/retry`, {});
      await listed('the to-do', id, ({ act }) => act === 'push');
      expect((await failed()).some((one) => one.id === id)).toBe(false);
      expect(
        await admin.refused('POST', `/api/outside-deliveries/todo/${id}/retry`, { body: {} }),
      ).toMatchObject({
        code: 'NOTICES.NOT_GIVEN_UP',
      });
    });
  });

  const acts = async (nursery: Nursery): Promise<unknown> =>
    city.database.query(`SELECT act, count(*)::int FROM audit WHERE case_id = $1 GROUP BY act ORDER BY act`, [
      await nursery.caseId(),
    ]);

  it('a gateway says twice that a text message arrived, and that one did not; each is noted once', async () => {
    const messages = (): Promise<{ delivery: string | null; at: Date | null; address: string }[]> =>
      city.database.query(
        `SELECT delivery, delivered_at AS at, address FROM notice_message WHERE content ->> 'kind' = 'test' ORDER BY made_at`,
      );
    const supervisor = await city.person('supervisor.dinghai');
    for (const address of ['13800001111', '13800000000']) {
      await supervisor.put('/api/notices/preferences', {
        preferences: [{ channel: 'sms', address, rhythm: 'at-once' }],
      });
      await supervisor.post('/api/notices/tests', { channel: 'sms' });
    }
    await eventually(
      'both receipts',
      async () => (await messages()).filter(({ delivery }) => delivery !== null).length === 2,
      PATIENCE_MS,
    );
    expect(await messages()).toMatchObject([
      { address: '13800001111', delivery: 'delivered' },
      { address: '13800000000', delivery: 'undelivered' },
    ]);
    const asked = await city.departments.journal();
    expect(asked.filter(({ path }) => path === '/sms/messages')).toHaveLength(2);
  });

  it('a digest comes once a person and day, with two workers', async () => {
    const other = await city.product.startAnotherWorker();
    const readers = ['supervisor.dinghai', 'supervisor.putuo', 'supervisor.daishan'];
    const preferences = (place: number): NoticePreferences => ({
      preferences: [
        {
          channel: 'sms',
          address: `1390000111${place}`,
          kinds: [],
          rhythm: 'at-once',
          dailyAt: '08:30',
        },
      ],
      digest: { channel: 'sms', period: 'daily', hour: 8 },
    });
    for (const [place, name] of readers.entries()) {
      await (await city.person(name)).put('/api/notices/preferences', preferences(place));
    }
    const digests = async (): Promise<readonly string[]> =>
      (await city.departments.textMessages())
        .filter(({ text }) => text.includes('即将到期'))
        .map(({ to }) => to)
        .toSorted();
    const everyone = readers.map((_, place) => `1390000111${place}`);
    await city.clock.passTo('2026-03-03T08:01:00+08:00');
    await eventually('the digests', async () => (await digests()).length >= readers.length, PATIENCE_MS);
    // The next day comes only after both workers have looked at this one again and again.
    await city.clock.passTo('2026-03-04T08:01:00+08:00');
    await eventually('those of the next day', async () => (await digests()).length >= 6, PATIENCE_MS);
    expect(await digests()).toEqual([...everyone, ...everyone].toSorted());
    await other.stop();
    const clerk = await city.person('health.dinghai');
    expect(await clerk.refused('PUT', '/api/notices/preferences', { body: preferences(9) })).toMatchObject({
      status: 403,
      code: 'NOTICES.DIGEST_NOT_YOURS',
    });
  }, 120_000);
});
