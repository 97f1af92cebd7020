import { eventType, type TaskDetail } from '@lianban/contracts';
import { City, eventually, type Nursery } from '@lianban/testing';

const counties = ['dinghai', 'putuo', 'daishan', 'shengsi', 'jintang', 'liuheng', 'marine-industry'];
/** III.1 of the policy: these two follow the regime of kindergartens. */
const committees = ['xincheng', 'puzhu'];

const lanes: Readonly<Record<string, string>> = {
  step_6a: 'fire',
  step_6b: 'housing-construction',
  step_6c: 'market-regulation',
  step_6d: 'public-security',
  step_6f: 'natural-resources-planning',
  step_6g: 'mch',
};

describe('which office a task goes to', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    // Nobody answers for fire in Shengsi, and nobody for health on any desk of Liuheng.
    await city.database.query(
      `DELETE FROM user_post WHERE office_id LIKE 'shengsi.fire.%' OR office_id LIKE 'liuheng.health.%'`,
    );
    await city.database.query(
      `DELETE FROM office WHERE id LIKE 'shengsi.fire.%' OR id LIKE 'liuheng.health.%'`,
    );
    await city.database.query(
      `INSERT INTO user_post (user_id, office_id, post) SELECT id, 'zhoushan.health.application-filing', 'clerk' FROM app_user WHERE username = 'health.jintang'`,
    );
  }, 60_000);
  afterAll(() => city.close());

  const offices = async (nursery: Nursery): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries((await nursery.openTasks()).map(({ node, officeId }) => [node, officeId]));

  const expected = (slug: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(lanes).map(([node, department]) => [node, `${slug}.${department}.daily-supervision`]),
    );

  it.each(counties.filter((slug) => slug !== 'shengsi' && slug !== 'liuheng'))(
    'in %s: health receives the filing, each lane goes to its department there',
    async (slug) => {
      const nursery = await city.register(slug);
      expect((await nursery.at('step_2')).officeId).toBe(`${slug}.health.application-filing`);
      await nursery.toLanes({ newBuildingOrChangeOfUse: true });
      expect(await offices(nursery)).toEqual(expected(slug));
    },
  );

  it.each(committees)(
    'in %s: the committee’s education office receives the filing, and the task says why',
    async (slug) => {
      const nursery = await city.register(slug);
      const task = await nursery.at('step_2');
      expect(task.officeId).toBe(`${slug}.education.application-filing`);
      const clerk = await city.person(`education.${slug}`);
      const { whyMine } = await clerk.get<TaskDetail>(`/api/tasks/${task.id}`);
      expect(whyMine.zh).toContain('幼儿园体制');
      await nursery.toLanes({ newBuildingOrChangeOfUse: true });
      expect(await offices(nursery)).toEqual(expected(slug));
      const health = await city.person(`health.${slug}`);
      expect((await health.refused('GET', `/api/tasks/${task.id}`)).code).toBe('TASKS.NOT_YOUR_OFFICE');
    },
  );

  it('an empty cell of the duty matrix goes to the next level up, and is itself a finding', async () => {
    const nursery = await city.register('shengsi');
    await nursery.toLanes();
    expect(await offices(nursery)).toMatchObject({
      step_6a: 'zhoushan.fire.daily-supervision',
      step_6b: 'shengsi.housing-construction.daily-supervision',
    });
    const caseId = await nursery.caseId();
    const gaps = await city.database.query<{ ground: string }>(
      `SELECT ground FROM audit WHERE case_id = $1 AND act = 'duty-matrix.gap-detected'`,
      [caseId],
    );
    expect(gaps).toEqual([{ ground: 'fire@330922' }]);
    const [event] = await eventually('the finding is told', async () => {
      const rows = await city.database.query<{ data: object }>(
        `SELECT payload -> 'data' AS data FROM outbox WHERE case_id = $1 AND topic = $2`,
        [caseId, eventType('duty-matrix.gap-detected')],
      );
      return rows.length > 0 && rows;
    });
    expect(event?.data).toEqual({
      jurisdiction: '330922',
      level: 'county',
      department: 'fire',
      function: 'daily-supervision',
    });
  });

  it('an office without anybody in it is an empty cell too; another desk of the department comes before the next level', async () => {
    const nursery = await city.register('liuheng');
    expect((await nursery.at('step_2')).officeId).toBe('zhoushan.health.application-filing');
    const open = (id: string, duty: string): Promise<object[]> =>
      city.database.query(
        `INSERT INTO office (id, tenant, department, district, function, name_zh, name_en)
         VALUES ($1, '330900', 'health', '330973', $2, '六横卫健', 'Health, Liuheng')`,
        [id, duty],
      );
    await open('liuheng.health.application-filing', 'application-filing');
    await open('liuheng.health.daily-supervision', 'daily-supervision');
    await city.database.query(
      `INSERT INTO user_post (user_id, office_id, post)
       SELECT id, 'liuheng.health.daily-supervision', 'clerk' FROM app_user WHERE username = 'health.liuheng'`,
    );
    // The directory is known for some seconds; the next process starts with a fresh one.
    await city.product.worker.stop();
    await city.product.worker.start();
    const next = await city.register('liuheng');
    expect((await next.at('step_2')).officeId).toBe('liuheng.health.daily-supervision');
  });
});
