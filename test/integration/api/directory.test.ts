import type { DirectoryEntry } from '@lianban/contracts';
import { City, type Person } from '@lianban/testing';

describe('the directory', () => {
  let city: City;
  let clerk: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
    clerk = await city.person('fire.putuo');
  }, 90_000);
  afterAll(() => city.close());

  const find = (q: string): Promise<readonly DirectoryEntry[]> =>
    clerk.get(`/api/directory?q=${encodeURIComponent(q)}`);

  it('finds an office by name in either language, its department or its id, those nearby first', async () => {
    for (const q of ['消防', 'Fire', 'fire', 'FIRE daily']) {
      const offices = (await find(q)).filter(({ kind }) => kind === 'office');
      expect(offices[0]?.id).toBe('putuo.fire.daily-supervision');
      expect(offices.map(({ id }) => id)).toContain('dinghai.fire.daily-supervision');
    }
    expect((await find('dinghai.fire.daily-supervision'))[0]).toMatchObject({
      kind: 'office',
      district: { en: 'Dinghai District' },
    });
  });

  it('finds people with their office, each once a district, and never too many', async () => {
    const [holder] = await city.database.query<{ id: string; name: string }>(
      `SELECT id, name_zh AS name FROM app_user WHERE username = 'fire.dinghai'`,
    );
    const found = await find(holder?.name ?? '');
    expect(found.filter(({ id }) => id === holder?.id)).toMatchObject([
      { kind: 'person', office: { zh: expect.stringContaining('消防') } },
    ]);
    expect((await find('')).length).toBe(20);
    expect(await find('nobody of this name')).toEqual([]);
  });
});
