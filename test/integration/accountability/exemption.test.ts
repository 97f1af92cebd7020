import type { ClockView, Page, RungView, WorkFactView } from '@lianban/contracts';
import { City, eventually, type Nursery, type Person, type TaskAtHand } from '@lianban/testing';

const reason = '系统停机，无法建档';

/** Health of Dinghai opens a dossier a day late, is exempted (免责), and takes its completion back: the clock runs on. */
describe('an exemption', () => {
  let city: City;
  let nursery: Nursery;
  let clerk: Person;
  let task: TaskAtHand;

  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    const supervisor = await city.person('supervisor.dinghai');
    clerk = await city.person('health.dinghai');
    nursery = await city.register();
    task = await nursery.at('step_2');
    const { dueAt } = await clock();
    await city.clock.passTo(new Date(Date.parse(dueAt ?? '') + 3_600_000).toISOString());
    await nursery.complete('step_2', 'filing-needed', { banChecked: true });
    const fact = await eventually('it is measured', async () => {
      const { items } = await clerk.get<Page<WorkFactView>>(
        `/api/scorecards/facts?month=2026-03&which=late&office=${task.officeId}`,
      );
      return items[0];
    });
    await supervisor.post(`/api/scorecards/facts/${fact.id}/conclusion`, { conclusion: 'exempt', reason });
    await clerk.post(`/api/tasks/${task.id}/take-back`, { reason: '漏填' });
    await city.clock.passTo('2026-04-30T09:00:00+08:00');
  }, 180_000);
  afterAll(() => city.close());

  const clock = async (): Promise<ClockView> => {
    const { id, clocks } = await nursery.caseFile();
    const [row] = await city.database.query<{ id: string }>(
      `SELECT id FROM clock WHERE case_id = $1 AND node = 'step_2'`,
      [id],
    );
    const found = clocks.find((one) => one.id === row?.id);
    if (found === undefined) throw new Error('no clock of the dossier');
    return found;
  };

  it('keeps the level from firing that holds to account, and the ladder says for which conclusion', async () => {
    const { rungs } = await clock();
    const of = (level: string): RungView | undefined => rungs.find((rung) => rung.level === level);
    expect(of('L3')).toMatchObject({ state: 'fired', why: 'due' });
    expect(of('L4')).toMatchObject({ state: 'not-fired', why: 'exempt', conclusion: reason, told: [] });
    expect(of('L5')).toMatchObject({ state: 'fired', why: 'due' });
    expect(
      await city.database.query('SELECT 1 FROM accountability_entry WHERE case_id = $1', [
        (await nursery.caseFile()).id,
      ]),
    ).toEqual([]);
  });
});
