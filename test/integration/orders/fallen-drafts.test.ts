import type { AgendaItemView, OrderDetail, OrderRow, Page } from '@lianban/contracts';
import { City, eventually, type Nursery, type Person } from '@lianban/testing';

/** What a rung drafted and nobody issued, when the work that it demands is done. */
describe('a draft whose obligation has ended', () => {
  let city: City;
  let nursery: Nursery;
  let officer: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    nursery = await city.register();
    await nursery.toCompleteness();
    officer = await city.person('supervisor.dinghai');
    // Long enough for a letter, an order, a criticism and the meeting.
    await city.clock.passTo('2026-04-30T09:00:00+08:00');
  }, 120_000);
  afterAll(() => city.close());

  /** Drafts about the visit, by the list that holds them. */
  const list = async (name: string): Promise<readonly OrderRow[]> =>
    (await officer.get<Page<OrderRow>>(`/api/orders?list=${name}`)).items.filter(({ subject }) =>
      subject.endsWith('：联合现场核实'),
    );
  const kindsOf = (rows: readonly OrderRow[]): readonly string[] => rows.map(({ kind }) => kind).toSorted();

  it('is withdrawn by the engine with the work, which its page and the trail say; a criticism stays', async () => {
    expect(kindsOf(await list('to-issue'))).toEqual(['criticism', 'reminder-letter', 'supervision-order']);
    await nursery.answerLanes();
    await nursery.complete('step_7', 'receipt');
    await nursery.visit();
    const fallen = await eventually('the drafts have fallen', async () => {
      const closed = await list('closed');
      return closed.length === 2 ? closed : undefined;
    });
    expect(kindsOf(fallen)).toEqual(['reminder-letter', 'supervision-order']);
    expect(kindsOf(await list('to-issue'))).toEqual(['criticism']);
    const { state, steps, acts } = await officer.get<OrderDetail>(`/api/orders/${fallen[0]?.id}`);
    expect({ state, acts }).toEqual({ state: 'withdrawn', acts: [] });
    expect(steps).toMatchObject([
      { act: 'draft' },
      { act: 'withdraw', actorKind: 'system', payload: { because: 'obligation-ended' } },
    ]);
    const trail = await city.database.query(
      `SELECT actor_id, after ->> 'because' AS because FROM audit WHERE act = 'order.withdraw' AND object_id = ANY($1)`,
      [fallen.map(({ id }) => id)],
    );
    expect(trail).toEqual(fallen.map(() => ({ actor_id: 'engine', because: 'obligation-ended' })));
    const agenda = await officer.get<readonly AgendaItemView[]>('/api/agenda');
    const item = agenda.find(({ subject }) => subject.includes('“联合现场核实”'));
    expect(item?.endedAt).toMatch(/^2026-04-30T01:/);
  }, 60_000);

  it('never waits to be issued where the rung is taken up after the work', async () => {
    const [{ id } = { id: '' }] = (await list('closed')).filter(({ kind }) => kind === 'supervision-order');
    await city.database.query('DELETE FROM supervision_order_step WHERE order_id = $1', [id]);
    await city.database.query('DELETE FROM notice WHERE payload ->> $$orderId$$ = $1', [id]);
    await city.database.query('DELETE FROM supervision_order WHERE id = $1', [id]);
    await city.database.query(
      `INSERT INTO outbox (id, tenant, kind, topic, case_id, payload)
        SELECT uuidv7(), tenant, kind, topic, case_id, payload FROM outbox
        WHERE topic = 'rung-fired' AND payload #>> '{acts,0,kind}' = 'supervision-order'
          AND payload #>> '{clockName,zh}' = '联合现场核实'`,
    );
    const again = await eventually('the rung is taken up', async () =>
      (await list('closed')).find(({ kind }) => kind === 'supervision-order'),
    );
    expect(again.id).not.toBe(id);
    const { state, steps } = await officer.get<OrderDetail>(`/api/orders/${again.id}`);
    expect({ state, steps: steps.map(({ act }) => act) }).toEqual({
      state: 'withdrawn',
      steps: ['draft', 'withdraw'],
    });
    const told = await city.database.query('SELECT 1 FROM notice WHERE payload ->> $$orderId$$ = $1', [
      again.id,
    ]);
    expect(told).toEqual([]);
  }, 60_000);
});
