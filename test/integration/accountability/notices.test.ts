import type { NoticeCount, NoticeView, Page } from '@lianban/contracts';
import { City, type Nursery, type Person } from '@lianban/testing';

/** Fire says that its check is housing's: housing, and only housing, is told, and each of its people reads for themselves. */
describe('notices', () => {
  let city: City;
  let nursery: Nursery;
  let other: string;
  let reader: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    nursery = await city.register();
    await nursery.toLanes();
    const task = await nursery.at('step_6a');
    const lanes = (await nursery.caseFile()).tasks.filter(({ status }) => status === 'open');
    other = lanes.find(({ office }) => office.id !== task.officeId)?.office.id ?? '';
    const clerk = await city.clerkOf(task.officeId);
    await clerk.post(`/api/tasks/${task.id}/dispute`, { office: other, reason: '该事项属于对方职责' });
    reader = await city.clerkOf(other);
  }, 120_000);
  afterAll(() => city.close());

  const list = (person: Person, query = ''): Promise<Page<NoticeView>> => person.get(`/api/notices${query}`);
  const unread = async (person: Person): Promise<number> =>
    (await person.get<NoticeCount>('/api/notices/count')).unread;

  it('reach the office that they are for, with the case', async () => {
    const { items } = await list(reader);
    expect(items).toMatchObject([
      {
        kind: 'dispute-raised',
        isRead: false,
        office: { id: other },
        case: { id: await nursery.caseId() },
        about: { reason: '该事项属于对方职责' },
      },
    ]);
    expect(await unread(reader)).toBe(1);
    const stranger = await city.person('market-regulation.dinghai.registrar');
    expect(await list(stranger)).toEqual({ items: [] });
    await stranger.post('/api/notices/read', { ids: [items[0]?.id] });
    expect(await unread(reader)).toBe(1);
  });

  it('of a rung are the person’s own, and come page by page without gap', async () => {
    await city.clock.passTo('2026-03-05T17:31:00+08:00');
    const all = (await list(reader, '?limit=100')).items;
    expect(all.length).toBeGreaterThan(1);
    expect(all.some(({ kind, office }) => kind.startsWith('rung') && office === undefined)).toBe(true);
    const paged: NoticeView[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const page: Page<NoticeView> = await list(reader, `?limit=1${after && `&after=${after}`}`);
      paged.push(...page.items);
      after = page.next;
    }
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('are read one by one or all at once, by each person for themselves', async () => {
    const { items } = await list(reader, '?limit=100');
    const ofOffice = items.find(({ office }) => office !== undefined);
    const before = await unread(reader);
    const left = await reader.post<NoticeCount>('/api/notices/read', { ids: [ofOffice?.id] });
    expect(left).toEqual({ unread: before - 1 });
    expect(await reader.post('/api/notices/read', { ids: [ofOffice?.id] })).toEqual(left);
    expect(await reader.post('/api/notices/read', {})).toEqual({ unread: 0 });
    expect((await list(reader)).items.every(({ isRead }) => isRead)).toBe(true);
    const [row] = await city.database.query<{ readers: number }>(
      'SELECT count(*)::int AS readers FROM notice_reading WHERE notice_id = $1',
      [ofOffice?.id],
    );
    expect(row?.readers).toBe(1);
  });
});
