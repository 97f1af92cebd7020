import type { CaseDetail, CaseRow, CompletionPreview, Page, TaskDetail, TaskRow } from '@lianban/contracts';
import { City, type Nursery, type TaskAtHand } from '@lianban/testing';

describe('a task and its case as a clerk reads them', () => {
  let city: City;
  let nursery: Nursery;
  let receipt: TaskAtHand;

  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    nursery = await city.register();
    await nursery.toReceipt();
    receipt = await nursery.at('step_7');
  }, 60_000);
  afterAll(() => city.close());

  const readTask = async (task: TaskAtHand): Promise<TaskDetail> =>
    (await city.clerkOf(task.officeId)).get(`/api/tasks/${task.id}`);

  const preview = async (task: TaskAtHand, outcome: string): Promise<CompletionPreview> =>
    (await city.clerkOf(task.officeId)).post(`/api/tasks/${task.id}/preview`, {
      version: task.version,
      outcome,
      form: {},
    });

  it('is found by two signs in the middle of a name, by its number, and by nothing that a pattern would match', async () => {
    const other = await city.register('dinghai', { nameZh: '定海翠屏托育园' });
    const { officeId } = await other.at('step_2');
    const { caseNo } = await other.caseFile();
    const clerk = await city.clerkOf(officeId);
    const found = async (text: string): Promise<readonly (readonly string[])[]> => {
      const q = encodeURIComponent(text);
      const inbox = await clerk.get<Page<TaskRow>>(`/api/inbox?q=${q}`);
      const cases = await clerk.get<Page<CaseRow>>(`/api/cases?q=${q}`);
      return [inbox.items.map((task) => task.caseNo), cases.items.map((file) => file.caseNo)];
    };
    expect(await found('翠屏')).toEqual([[caseNo], [caseNo]]);
    expect(await found(caseNo)).toEqual([[caseNo], [caseNo]]);
    expect(await found('定%屏')).toEqual([[], []]);
    expect(await found('屏翠')).toEqual([[], []]);
  });

  it('names the outcomes that need a reason and those that are legal acts', async () => {
    const lane = (await nursery.caseFile()).tasks.find(({ node }) => node === 'step_6a');
    const detail = await readTask({ ...receipt, id: lane?.id ?? '', officeId: lane?.office.id ?? '' });
    expect(detail.outcomes.map(({ code, legal, reasonRequired }) => [code, legal, reasonRequired])).toEqual([
      ['ok', false, false],
      ['doubt', false, true],
      ['not-ok', false, true],
    ]);
  });

  it('tells by whom a completed task was completed, and shows what was handed in, not a draft', async () => {
    const done = (await nursery.caseFile()).tasks.find(({ node }) => node === 'step_2');
    const task = { ...receipt, id: done?.id ?? '', officeId: done?.office.id ?? '' };
    const clerk = await city.clerkOf(task.officeId);
    await clerk.put(`/api/tasks/${task.id}/draft`, { data: { banChecked: false } });
    expect(await readTask(task)).toMatchObject({
      status: 'completed',
      closedBy: { zh: expect.any(String), en: expect.any(String) },
      formData: { banChecked: true },
    });
  });

  it('shows what a legal act would do and does nothing', async () => {
    const before = await nursery.caseFile();
    const would = await preview(receipt, 'receipt');
    expect(would.documents.map(({ en }) => en)).toEqual([expect.stringMatching(/receipt/i)]);
    expect(would.clocks).toContainEqual(expect.objectContaining({ change: 'goes-on' }));
    expect(would.clocks).toContainEqual(expect.objectContaining({ change: 'met' }));
    expect(would.opens.length).toBeGreaterThan(0);
    const after: CaseDetail = await nursery.caseFile();
    expect(after).toEqual({ ...before, court: after.court, charged: after.charged });
    expect(await nursery.at('step_7')).toEqual(receipt);
  });

  it('previews exactly what then happens', async () => {
    const would = await preview(receipt, 'receipt');
    await nursery.complete('step_7', 'receipt');
    const file = await nursery.caseFile();
    const opened = file.tasks.filter(({ status }) => status === 'open').map(({ name }) => name.en);
    expect(opened.toSorted()).toEqual(would.opens.map(({ name }) => name.en).toSorted());
    expect(file.documents.map(({ title }) => title)).toEqual(would.documents);
  });

  it('refuses a preview as it would refuse the act', async () => {
    const clerk = await city.clerkOf(receipt.officeId);
    const problem = await clerk.refused('POST', `/api/tasks/${receipt.id}/preview`, {
      body: { version: receipt.version, outcome: 'receipt', form: {} },
    });
    expect(problem).toMatchObject({ status: 409, code: 'TASKS.ALREADY_COMPLETED' });
  });

  it('says in the timeline which step an event or a system step belongs to', async () => {
    const { timeline } = await nursery.caseFile();
    const nodeOf = (act: string) => timeline.find((entry) => entry.act === act)?.node;
    expect(nodeOf('message.received')).toBe('step_4');
    expect(nodeOf('service.done')).toBe('step_1');
  });

  it('stands where somebody works, never at a gateway', async () => {
    const { current } = await nursery.caseFile();
    expect(current.length).toBeGreaterThan(0);
    expect(current.map(({ node }) => node).filter((node) => !node.startsWith('step_'))).toEqual([
      'joint_visit',
    ]);
  });
});
