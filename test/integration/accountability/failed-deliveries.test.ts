import type { FailedDelivery, Page } from '@lianban/contracts';
import { City, type Person, seedOpenTasks } from '@lianban/testing';

/** The list as it is after a bad night: messages and to-dos, several given up in one instant. */
describe('deliveries that were given up', () => {
  let city: City;
  let admin: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
    admin = await city.person('admin');
    await city.database.query(
      `INSERT INTO notice_message (id, tenant, user_id, channel, address, made_at, attempts, failure, failure_cause, gave_up_at)
       SELECT uuidv7(), u.tenant, u.id, 'email', 'a@example.org', business_now(), n, 'mail ' || n, 'mailbox-refused',
         date_trunc('minute', business_now()) - make_interval(mins => n / 2)
       FROM app_user u, generate_series(1, 5) AS n WHERE u.username = 'admin'`,
    );
    await seedOpenTasks(city.database.ownerUrl, { open: 4 });
    await city.database.query(
      `INSERT INTO unified_todo (task_id, tenant, attempts, failure, gave_up_at, try_at)
       SELECT id, tenant, 100, 'to-do', date_trunc('minute', business_now()) - interval '1 minute', NULL FROM task ORDER BY id LIMIT 2`,
    );
  }, 90_000);
  afterAll(() => city.close());

  const page = (after?: string): Promise<Page<FailedDelivery>> =>
    admin.get(`/api/outside-deliveries/failed?limit=2${after === undefined ? '' : `&after=${after}`}`);

  it('are listed page by page, each once, newest first, with the cause where it is known', async () => {
    const found: FailedDelivery[] = [];
    let next: string | undefined;
    do {
      const { items, next: following } = await page(next);
      expect(items.length).toBeLessThanOrEqual(2);
      found.push(...items);
      next = following;
    } while (next !== undefined);
    expect(found).toHaveLength(7);
    expect(new Set(found.map(({ id }) => id)).size).toBe(7);
    const instants = found.map(({ gaveUpAt }) => Date.parse(gaveUpAt));
    expect(instants).toEqual(instants.toSorted((a, b) => b - a));
    expect(found.filter(({ kind }) => kind === 'message')).toHaveLength(5);
    expect(found.find(({ failure }) => failure === 'mail 1')).toMatchObject({ cause: 'mailbox-refused' });
    expect(found.find(({ kind }) => kind === 'todo')).not.toHaveProperty('cause');
  });

  it.each(['message', 'todo'] as const)(
    'a %s that is tried again is in the trail, once, with who did it',
    async (kind) => {
      const { items } = await admin.get<Page<FailedDelivery>>('/api/outside-deliveries/failed');
      const given = items.find((one) => one.kind === kind);
      const path = `/api/outside-deliveries/${kind}/${given?.id}/retry`;
      const [first, second] = await Promise.all([admin.send('POST', path), admin.send('POST', path)]);
      expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([204, 409]);
      const rows = await city.database.query(
        `SELECT a.object_kind, u.username, a.before FROM audit a JOIN app_user u ON u.id::text = a.actor_id
       WHERE a.act = 'delivery.retried' AND a.object_id = $1`,
        [given?.id],
      );
      expect(rows).toEqual([
        {
          object_kind: kind === 'todo' ? 'unified-todo' : 'notice-message',
          username: 'admin',
          before: { failure: given?.failure, attempts: given?.attempts },
        },
      ]);
    },
  );
});
