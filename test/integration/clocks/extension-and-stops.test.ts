import type {
  CaseDetail,
  CasePreview,
  ClockActs,
  ClockView,
  MoveReport,
  NoticeView,
  Page,
} from '@lianban/contracts';
import { City, type Person } from '@lianban/testing';
import { Desk, changedBetween, changedBy, publish } from '../office-patterns/desk.js';

const extensible = (xml: string): string =>
  xml.replace(
    /<lianban:clock id="clock_review"[^>]*\/>/u,
    '<lianban:clock id="clock_review" zh="审核" en="Review" scope="unit" kind="promised" amount="5" unit="working_day" from="drafted" basis="PD" ladder="L-STD" stoppedBy="force-majeure judicial" extendBy="10" extendUnit="working_day" extendBasis="LIC-42" extendApprover="department-head"/>',
  );

/** 延期, 中止, 恢复 of one clock. The first cases open on Monday 2 March 2026; time goes on from one to the next. */
describe('acts on a clock', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    await publish(city, 'joint-approval', extensible);
  }, 90_000);
  afterAll(() => city.close());

  const review = ({ clocks }: CaseDetail): ClockView => {
    const found = clocks.find(({ name }) => name.en === 'Review');
    if (!found) throw new Error('no clock');
    return found;
  };
  const close = (date: string): string => new Date(`${date}T17:30:00+08:00`).toISOString();
  const opened = async () => {
    const desk = await Desk.open(city, 'joint-approval');
    await desk.complete('draft');
    const file = await desk.file();
    return { desk, file, path: `/api/cases/${desk.caseId}/clocks/${review(file).id}` };
  };
  const acts = async (
    person: Person,
    { desk, file }: { desk: Desk; file: CaseDetail },
  ): Promise<ClockActs> => {
    const all = await person.get<readonly ClockActs[]>(`/api/cases/${desk.caseId}/clocks/acts`);
    const found = all.find(({ clockId }) => clockId === review(file).id);
    if (!found) throw new Error('no acts');
    return found;
  };
  const extension = { amount: 10, reason: '案情复杂', document: '舟卫延〔2026〕3号' };

  it('extends once, before expiry, by the post its basis names; the original date stays', async () => {
    const { desk, file, path } = await opened();
    expect(review(file).dueAt).toBe(close('2026-03-09'));
    const clerk = await city.person('health.dinghai');
    expect(await clerk.refused('POST', `${path}/extend`, { body: extension })).toMatchObject({
      status: 403,
      code: 'CLOCKS.NOT_YOURS',
    });
    const elsewhere = await city.person('fire.dinghai.chief');
    expect(await elsewhere.refused('POST', `${path}/extend`, { body: extension })).toMatchObject({
      code: 'CLOCKS.NOT_YOURS',
    });
    const chief = await city.person('health.dinghai.chief');
    expect(
      await chief.refused('POST', `${path}/extend`, { body: { ...extension, amount: 11 } }),
    ).toMatchObject({ code: 'CLOCKS.EXTENSION_TOO_LONG', details: { most: 10, unit: 'working_day' } });
    const preview = await chief.post<CasePreview>(`${path}/extend/preview`, extension);
    await chief.post(`${path}/extend`, extension);
    const extended = await desk.file();
    expect(changedBy(preview)).toEqual(changedBetween(file, extended));
    // Every reminder still to come moves with the due instant, as the file shows it afterwards.
    const moved = preview.clocks.find(({ name }) => name.en === 'Review')?.rungs ?? [];
    expect(moved.length).toBeGreaterThan(1);
    for (const { level, before, at } of moved) {
      const rung = (of: CaseDetail) => review(of).rungs.find((one) => one.level === level)?.at;
      expect([before, at]).toEqual([rung(file), rung(extended)]);
    }
    expect(review(extended)).toMatchObject({
      dueAt: close('2026-03-23'),
      originalDueAt: close('2026-03-09'),
      explanation: { en: expect.stringContaining('extended from Mon 9 Mar by 10 working days under LIC-42') },
    });
    expect(review(extended).ledger.at(-1)?.text.zh).toMatch(/延长时限.*舟卫延.*原为3月9日/u);
    expect((await desk.task('review')).dueAt).toBe(close('2026-03-23'));
    // 延期通知书: one, with a number of its own series, by the unit of whoever extended.
    const notices = extended.documents.filter(({ kind }) => kind === 'extension-notice');
    expect(notices.map(({ number }) => number)).toEqual(['舟托延〔2026〕1号']);
    const [words] = await city.database.query<{ data: object }>(
      `SELECT data FROM document WHERE id = '${notices[0]?.id}'`,
    );
    expect(words?.data).toMatchObject({
      reason: '案情复杂',
      dueBefore: close('2026-03-09'),
      dueAfter: close('2026-03-23'),
      issuer: expect.stringContaining('卫生健康局'),
    });
    expect(extended.timeline.find(({ act }) => act === 'clock.extended')).toMatchObject({
      opinion: '案情复杂',
    });
    expect(await chief.refused('POST', `${path}/extend`, { body: extension })).toMatchObject({
      status: 409,
      code: 'CLOCKS.EXTENDED_ALREADY',
    });
  });

  it('stops on several grounds that overlap, and runs again when the last of them has ended', async () => {
    const { desk, path } = await opened();
    const clerk = await city.person('health.dinghai');
    const storm = { ground: 'force-majeure', reason: '台风', document: '舟防指〔2026〕1号' };
    const suit = { ground: 'judicial', reason: '移送' };
    expect(
      await clerk.refused('POST', `${path}/stop`, { body: { ...storm, ground: 'jurisdiction-dispute' } }),
    ).toMatchObject({ code: 'CLOCKS.GROUND_STOPS_NOTHING' });
    const other = await city.person('fire.dinghai');
    expect(await other.refused('POST', `${path}/stop`, { body: storm })).toMatchObject({ status: 403 });
    await clerk.post(`${path}/stop`, storm);
    expect(await clerk.refused('POST', `${path}/stop`, { body: storm })).toMatchObject({
      code: 'CLOCKS.STOPPED_ALREADY',
    });
    await city.clock.passTo('2026-03-03T09:00:00+08:00');
    await clerk.post(`${path}/stop`, suit);
    await city.clock.passTo('2026-03-04T09:00:00+08:00');
    await clerk.post(`${path}/resume`, storm);
    expect(review(await desk.file())).toMatchObject({ state: 'stopped', stopGround: 'judicial' });
    await city.clock.passTo('2026-03-05T09:00:00+08:00');
    await clerk.post(`${path}/resume`, suit);
    // Three days did not count, each of them once: 3, 4 and 5 March.
    const running = review(await desk.file());
    expect(running).toMatchObject({ state: 'running', dueAt: close('2026-03-12') });
    expect(running.ledger.some(({ text }) => text.zh.includes('舟防指〔2026〕1号'))).toBe(true);
    expect(await clerk.refused('POST', `${path}/resume`, { body: suit })).toMatchObject({
      code: 'CLOCKS.NOT_STOPPED',
    });
  });

  it('says beforehand which acts it would take, from whom, and why not', async () => {
    const at = await opened();
    const chief = await city.person('health.dinghai.chief');
    const clerk = await city.person('health.dinghai');
    expect((await acts(chief, at)).extend).toEqual({
      allowed: true,
      rule: { most: 10, unit: 'working_day', basis: 'LIC-42' },
    });
    expect(await acts(clerk, at)).toMatchObject({
      extend: { allowed: false, code: 'CLOCKS.NOT_YOURS', why: { zh: expect.stringContaining('延期须由') } },
      stop: { allowed: true, grounds: [{ code: 'force-majeure' }, { code: 'judicial' }] },
      resume: { allowed: false, code: 'CLOCKS.NOT_STOPPED', grounds: [] },
    });
    const storm = { ground: 'force-majeure', reason: '台风' };
    const stopping = await clerk.post<CasePreview>(`${at.path}/stop/preview`, storm);
    const [stopped] = stopping.clocks.filter(({ change }) => change === 'stopped');
    expect(stopped?.rungs.length).toBeGreaterThan(1);
    expect(stopped?.rungs.filter((rung) => rung.before === undefined || rung.at !== undefined)).toEqual([]);
    await clerk.post(`${at.path}/stop`, storm);
    expect(await acts(clerk, at)).toMatchObject({
      extend: { code: 'CLOCKS.NOT_RUNNING' },
      stop: { allowed: true, grounds: [{ code: 'judicial' }] },
      resume: { allowed: true, grounds: [{ code: 'force-majeure', text: { en: 'force majeure' } }] },
    });
    const outsider = await city.person('fire.daishan');
    expect(await outsider.refused('GET', `/api/cases/${at.desk.caseId}/clocks/acts`)).toMatchObject({
      status: 403,
    });
  });

  it('hands the step over while its clock stands still, and back to who holds the task by then', async () => {
    const { desk, path } = await opened();
    const clerk = await city.person('health.dinghai');
    const stop = (ground: string) => clerk.post(`${path}/stop`, { ground, reason: '移送' });
    const resume = (ground: string) => clerk.post(`${path}/resume`, { ground, reason: '已复' });
    await city.clock.passTo('2026-03-06T09:00:00+08:00');
    await stop('judicial');
    await city.clock.passTo('2026-03-09T09:00:00+08:00');
    await stop('force-majeure');
    // It is not the office's turn, whoever takes the task meanwhile.
    const task = await desk.task('review');
    await clerk.post(`/api/tasks/${task.id}/claim`);
    await city.clock.passTo('2026-03-10T09:00:00+08:00');
    await resume('judicial');
    await city.clock.passTo('2026-03-11T09:00:00+08:00');
    await resume('force-majeure');
    const { court } = await desk.file();
    const intervals = court.find(({ node }) => node === 'review')?.intervals ?? [];
    expect(intervals.map(({ kind }) => kind)).toEqual(['office', 'outside', 'suspended', 'person']);
    expect(intervals[1]?.holder.en).toBe('at the request of a court or a higher authority');
    // Without gap or overlap, to this moment.
    expect(intervals.map(({ from }) => from).slice(1)).toEqual(intervals.map(({ to }) => to).slice(0, -1));
    await desk.complete('review', 'agree');
    const closed = (await desk.file()).court.find(({ node }) => node === 'review');
    expect(closed?.intervals.at(-1)?.to).toBeDefined();
  });

  it('is not stopped while its case is suspended', async () => {
    const { desk, path } = await opened();
    const supervisor = await city.person('supervisor.dinghai');
    await supervisor.post(`/api/cases/${desk.caseId}/suspend`, { ground: 'other', reason: '待查' });
    const clerk = await city.person('health.dinghai');
    expect(
      await clerk.refused('POST', `${path}/stop`, { body: { ground: 'judicial', reason: '移送' } }),
    ).toMatchObject({
      status: 409,
      code: 'CASES.SUSPENDED',
    });
  });

  it('is not extended after expiry', async () => {
    const { path } = await opened();
    await city.clock.passTo('2026-03-20T09:00:00+08:00');
    const chief = await city.person('health.dinghai.chief');
    expect(await chief.refused('POST', `${path}/extend`, { body: extension })).toMatchObject({
      code: 'CLOCKS.EXTENSION_TOO_LATE',
    });
  });

  it('gives the step back to the unit that it was handed to (转办) while its clock stood still', async () => {
    const { desk, path } = await opened();
    await (await city.person('health.dinghai')).post(`${path}/stop`, { ground: 'judicial', reason: '移送' });
    const task = await desk.task('review');
    const to = { kind: 'office', id: 'dinghai.housing-construction.daily-supervision' };
    const chief = await city.person('health.dinghai.chief');
    const moves = await chief.post<MoveReport>('/api/team/moves', { tasks: [task.id], to, reason: '职责' });
    expect(moves.rows[0]?.refused).toBeUndefined();
    const court = async () =>
      (await desk.file()).court
        .find(({ node }) => node === 'review')
        ?.intervals.map(({ kind, holder }) => `${kind} ${holder.en}`);
    expect(await court()).toEqual([
      'office Health, Dinghai (filing)',
      'outside at the request of a court or a higher authority',
    ]);
    const receiver = await city.person('housing-construction.dinghai');
    await receiver.post(`${path}/resume`, { ground: 'judicial', reason: '已复' });
    expect((await court())?.at(-1)).toBe('office Housing and construction, Dinghai');
  });

  it('asks the office about a stop before and at the end of its notice, then monthly, until the clock runs again', async () => {
    const { desk, path } = await opened();
    const clerk = await city.person('health.dinghai');
    const stop = { ground: 'judicial', reason: '移送', document: '舟卫移〔2026〕1号' };
    expect(
      await clerk.refused('POST', `${path}/stop`, { body: { ...stop, until: '2026-03-01T17:30:00+08:00' } }),
    ).toMatchObject({ code: 'CLOCKS.STOP_ENDS_BEFORE' });
    await clerk.post(`${path}/stop`, { ...stop, until: '2026-05-29T17:30:00+08:00' });
    expect(review(await desk.file()).ledger.at(-1)?.text.zh).toContain('至5月29日');
    const asked = async (): Promise<readonly string[]> =>
      (
        await city.database.query<{ what: string }>(
          `SELECT kind || ' ' || to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD') AS what FROM notice
            WHERE case_id = $1 AND kind LIKE 'stop-%' ORDER BY created_at`,
          [desk.caseId],
        )
      ).map(({ what }) => what);
    await city.clock.passTo('2026-05-28T09:00:00+08:00');
    expect(await asked()).toEqual(['stop-nearly-over 05-28']);
    await city.clock.passTo('2026-06-30T09:00:00+08:00');
    expect(await asked()).toEqual(['stop-nearly-over 05-28', 'stop-over 05-29', 'stop-still 06-29']);
    const [told] = (await clerk.get<Page<NoticeView>>('/api/notices')).items.filter(
      ({ kind }) => kind === 'stop-still',
    );
    expect(told?.about).toMatchObject({ clockName: { en: 'Review' }, dueAt: close('2026-05-29') });
    await clerk.post(`${path}/resume`, { ground: 'judicial', reason: '已复' });
    await city.clock.passTo('2026-08-31T09:00:00+08:00');
    expect(await asked()).toHaveLength(3);
  }, 60_000);
});
