import type {
  AgendaItemView,
  CaseDetail,
  DocumentTemplateView,
  OrderCounts,
  OrderDetail,
  OrderDone,
  OrderRow,
  Page,
} from '@lianban/contracts';
import { City, eventually, type Nursery, type Person } from '@lianban/testing';

/** One order by hand and one from the ladder, from the draft to being struck off. */
describe('a supervision order', () => {
  let city: City;
  let nursery: Nursery;
  let office: string;
  let officer: Person;
  let convenor: Person;
  let clerk: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    nursery = await city.register();
    await nursery.toCompleteness();
    office = 'dinghai.health.application-filing';
    [officer, convenor, clerk] = await Promise.all([
      city.person('supervisor.dinghai'),
      city.person('convenor.dinghai'),
      city.clerkOf(office),
    ]);
  }, 120_000);
  afterAll(() => city.close());

  const draftFor = async (more: object = {}) => ({
    kind: 'supervision-order',
    caseId: await nursery.caseId(),
    office,
    subject: '督促办结备案审核',
    facts: '该办件材料审核已临近期限。',
    demand: '请于两日内办结。',
    answerWithin: 3,
    ...more,
  });
  const draft = async (by: Person, more: object = {}): Promise<string> =>
    (await by.post<OrderDone>('/api/orders', await draftFor(more))).orderId;
  const act = (by: Person, id: string, body: object): Promise<OrderDone> =>
    by.post(`/api/orders/${id}/acts`, body);
  const refused = (by: Person, id: string, body: object) =>
    by.refused('POST', `/api/orders/${id}/acts`, { body });
  const read = (by: Person, id: string): Promise<OrderDetail> => by.get(`/api/orders/${id}`);
  const list = async (by: Person, name: string): Promise<readonly OrderRow[]> =>
    (await by.get<Page<OrderRow>>(`/api/orders?list=${name}`)).items;
  const serve = { act: 'serve', way: 'in-person', receivedBy: '张某' };

  it('lives its whole life, each side in its turn', async () => {
    const id = await draft(officer);
    expect(await refused(officer, id, { act: 'issue' })).toMatchObject({ code: 'ORDERS.FOUR_EYES' });
    expect(await clerk.refused('GET', `/api/orders/${id}`)).toMatchObject({ code: 'ORDERS.UNKNOWN' });
    await act(convenor, id, { act: 'issue' });
    expect(await read(officer, id)).toMatchObject({ state: 'issued', number: '舟定督〔2026〕1号' });
    expect((await officer.get<OrderCounts>('/api/orders/counts'))['to-serve']).toBe(1);
    // Issued is not served: the unit knows nothing yet.
    expect(await clerk.get<OrderCounts>('/api/orders/counts')).toMatchObject({ open: 0, unanswered: 0 });
    expect(await list(clerk, 'open')).toEqual([]);

    await act(officer, id, { ...serve, receipt: '送达回证1号' });
    // Monday 2 March and three working days.
    expect(await read(clerk, id)).toMatchObject({
      state: 'served',
      dueAt: '2026-03-05T09:30:00.000Z',
      acts: ['acknowledge'],
    });
    await act(clerk, id, { act: 'acknowledge' });
    expect(await refused(officer, id, { act: 'answer', words: '代答' })).toMatchObject({
      code: 'ORDERS.NOT_YOUR_OFFICE',
    });
    await act(clerk, id, { act: 'answer', words: '已办结', papers: ['情况说明'] });
    expect((await list(officer, 'to-review')).map((row) => row.id)).toContain(id);
    await act(officer, id, { act: 'send-back', words: '未说明原因', answerWithin: 1 });
    expect(await read(clerk, id)).toMatchObject({ state: 'sent-back', dueAt: '2026-03-03T09:30:00.000Z' });
    await act(clerk, id, { act: 'answer', words: '因人手不足，现已办结' });
    await act(officer, id, { act: 'accept', words: '同意' });
    await act(officer, id, { act: 'strike-off' });
    const order = await read(officer, id);
    expect(order.state).toBe('struck-off');
    expect(order.steps.map((step) => `${step.act} ${step.actorKind}`)).toEqual(
      ['draft', 'issue', 'serve', 'acknowledge', 'answer', 'send-back', 'answer', 'accept', 'strike-off'].map(
        (step) => `${step} person`,
      ),
    );
    const due = await city.database.query(`SELECT 1 FROM due WHERE kind = 'order'`);
    expect(due).toEqual([]);
  });

  it('is kept from the unit until it is served: no act of it in the time line, no number among the documents', async () => {
    const id = await draft(officer, { kind: 'reminder-letter' });
    const seen = async (by: Person) => {
      const { timeline, documents } = await by.get<CaseDetail>(`/api/cases/${await nursery.caseId()}`);
      return {
        acts: timeline.filter(({ act: name }) => name.startsWith('order.')).length,
        letters: documents.filter(({ kind }) => kind === 'reminder-letter').length,
      };
    };
    const before = await seen(clerk);
    await act(officer, id, { act: 'issue' });
    expect(await seen(clerk)).toEqual(before);
    expect(before.letters).toBe(0);
    expect(await seen(officer)).toEqual({ acts: before.acts + 2, letters: 1 });
    await act(officer, id, serve);
    expect(await seen(clerk)).toEqual({ acts: before.acts + 3, letters: 1 });
    await act(clerk, id, { act: 'acknowledge' });
    await act(clerk, id, { act: 'answer', words: '已办理' });
    await act(officer, id, { act: 'accept', words: '同意' });
    await act(officer, id, { act: 'strike-off' });
  });

  it('is made a document with its number, for the office once it is served', async () => {
    const [order] = await list(officer, 'closed');
    const { documentId } = await read(officer, order?.id ?? '');
    const file = await eventually('the document is made', async () => {
      const answer = await clerk.send('GET', `/api/documents/${documentId}.pdf`);
      return answer.status === 200 ? answer : undefined;
    });
    expect(file.text.slice(0, 5)).toBe('%PDF-');
    const text = await clerk.send('GET', `/api/documents/${documentId}.docx`);
    expect({ status: text.status, starts: text.text.slice(0, 2) }).toEqual({ status: 200, starts: 'PK' });
    const foreign = await city.person('fire.dinghai');
    expect(await foreign.refused('GET', `/api/orders/${order?.id}`)).toMatchObject({
      code: 'ORDERS.UNKNOWN',
    });
  });

  it('takes its numbers without a gap, whoever issues at once', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, async () => draft(officer)));
    const withdrawn = await draft(officer);
    await act(officer, withdrawn, { act: 'withdraw', words: '误拟' });
    await Promise.all(ids.map((id) => act(convenor, id, { act: 'issue' })));
    const numbers = await Promise.all(ids.map(async (id) => (await read(officer, id)).number));
    expect(new Set(numbers)).toEqual(new Set([2, 3, 4, 5, 6].map((number) => `舟定督〔2026〕${number}号`)));
    expect(await refused(convenor, withdrawn, { act: 'issue' })).toMatchObject({ code: 'ORDERS.NOT_NOW' });
  });

  it('is served between its issue and now', async () => {
    const [issued] = await list(officer, 'to-serve');
    const walked: string[] = [];
    for (let after = ''; ;) {
      const page = await officer.get<Page<OrderRow>>(`/api/orders?list=open&limit=2${after}`);
      walked.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) break;
      after = `&after=${page.next}`;
    }
    expect(walked).toEqual((await list(officer, 'open')).map(({ id }) => id));
    expect(walked.length).toBeGreaterThan(3);
    for (const servedAt of ['2026-03-01T09:00:00+08:00', '2026-03-09T09:00:00+08:00']) {
      expect(await refused(officer, issued?.id ?? '', { ...serve, servedAt })).toMatchObject({
        code: 'ORDERS.SERVED_AT_IMPOSSIBLE',
      });
    }
  });

  it('to a unit led from above goes through the convenor', async () => {
    const fire = await city.database.query<{ id: string }>(
      `SELECT o.id FROM office o JOIN department d ON d.code = o.department
        WHERE o.district LIKE (SELECT district FROM office WHERE id = '${office}') AND d.vertically_led ORDER BY o.id LIMIT 1`,
    );
    const id = await draft(convenor, { office: fire[0]?.id });
    expect(await refused(officer, id, { act: 'issue' })).toMatchObject({ code: 'ORDERS.CONVENOR_ISSUES' });
    const order = await read(officer, id);
    expect(order.viaConvenor).toBe(true);
    expect(order.preview.paragraphs.join()).toContain('经召集人');
    const abroad = await officer.refused('POST', '/api/orders', {
      body: await draftFor({ office: 'putuo.health.application-filing' }),
    });
    expect(abroad).toMatchObject({ code: 'ORDERS.OUTSIDE_JURISDICTION' });
  });

  it('is drafted by the system when a rung asks for it, once, and runs into its own deadline', async () => {
    await city.clock.passTo('2026-03-30T09:00:00+08:00');
    // With those that fell because the work was done meanwhile.
    const drafts = [...(await list(officer, 'to-issue')), ...(await list(officer, 'closed'))].filter(
      ({ level }) => level !== undefined,
    );
    const [asked] = await city.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM ladder_firing f, jsonb_array_elements(f.acts) a
        WHERE f.fired AND a ->> 'kind' IN ('letter', 'supervision-order', 'criticism-candidate')`,
    );
    expect(drafts.length).toBe(asked?.count);
    const order = drafts.find(({ kind, state }) => kind === 'supervision-order' && state === 'drafted');
    expect(order).toBeDefined();
    const detail = await read(officer, order?.id ?? '');
    expect(detail.steps).toMatchObject([{ act: 'draft', actorKind: 'system', actorName: '流程引擎' }]);
    const by = order?.viaConvenor ? convenor : officer;
    await act(by, detail.id, { act: 'issue' });
    await act(officer, detail.id, serve);
    await city.clock.passTo('2026-04-30T09:00:00+08:00');
    const late = await read(officer, detail.id);
    expect(late.overdueAt).toBe(late.dueAt);
    expect(late.steps.filter((step) => step.act === 'overdue')).toHaveLength(1);
    const agenda = await officer.get<readonly AgendaItemView[]>('/api/agenda');
    const [item] = agenda.filter(({ meeting }) => meeting === 'county');
    expect(item).toBeDefined();
    await officer.post(`/api/agenda/${item?.id}/settle`, { resolution: '责成卫健局一周内办结' });
    expect(
      await officer.refused('POST', `/api/agenda/${item?.id}/settle`, { body: { resolution: '再议' } }),
    ).toMatchObject({ code: 'ORDERS.AGENDA_ITEM_UNKNOWN' });
  }, 120_000);

  it('has words that are data: what cannot be filled is refused at its place', async () => {
    const admin = await city.person('admin');
    const path = '/api/document-templates/supervision-order';
    const ours = async (): Promise<DocumentTemplateView | undefined> =>
      (await admin.get<readonly DocumentTemplateView[]>('/api/document-templates')).find(
        ({ kind }) => kind === 'supervision-order',
      );
    // What came with the pack has no day of its own.
    expect(await ours()).toMatchObject({ version: 1, placeholders: expect.arrayContaining(['demand']) });
    expect(await ours()).not.toHaveProperty('publishedAt');
    const body = { version: 1, article: '规则', body: '办件{{caseNo}}\n由{{nobody}}办理' };
    expect(await admin.refused('PUT', path, { body })).toMatchObject({
      code: 'TEMPLATES.REFUSED',
      errors: [{ line: 2, code: 'TEMPLATES.UNKNOWN_PLACEHOLDER' }],
    });
    await admin.put(path, { ...body, body: '办件{{caseNo}}：{{demand}}' });
    expect(await ours()).toMatchObject({ version: 2, publishedAt: expect.stringMatching(/^2026-04-30T/) });
    expect(await admin.refused('PUT', path, { body: { ...body, body: '又一版' } })).toMatchObject({
      code: 'TEMPLATES.STALE',
    });
    const [draft] = await list(officer, 'to-issue');
    const { preview, demand, case: of } = await read(officer, draft?.id ?? '');
    if (draft?.kind === 'supervision-order') expect(preview.paragraphs).toEqual([`办件${of.no}：${demand}`]);
  });
});
