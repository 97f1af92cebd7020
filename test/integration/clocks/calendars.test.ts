import type {
  BulkOperationView,
  CalendarDraftRequest,
  CalendarImpactView,
  CalendarListView,
  CalendarReadingView,
  CalendarVersionView,
  CalendarYearView,
  CaseDetail,
  CountedDays,
  Problem,
} from '@lianban/contracts';
import { City, eventually, type Person } from '@lianban/testing';
import { countedProcess } from './counted-process.js';

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至12日（周五）放假调休，共8天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。
五、端午节：6月9日（周三）放假。
六、中秋节：9月15日（周三）放假。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

const closure = (off: readonly string[]): CalendarDraftRequest => ({
  effectiveFrom: '2026-11-25',
  document: { name: '关于台风停工停航的通告', number: '嵊政告〔2026〕3号', date: '2026-11-25' },
  publisher: '嵊泗县人民政府',
  years: { '2026': { source: '嵊政告〔2026〕3号', off: [...off], workOnWeekend: [], names: {} } },
});

describe('calendars as governed data', () => {
  let city: City;
  let admin: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-11-25T09:00:00+08:00' });
    admin = await city.person('admin');
    const clocks = [
      { id: 'short', scope: 'unit' as const, days: 3 },
      { id: 'long', scope: 'case' as const, days: 27 },
      { id: 'longer', scope: 'case' as const, days: 55 },
      { id: 'longest', scope: 'case' as const, days: 60 },
    ];
    await admin.post('/api/definitions', {
      xml: countedProcess('counted-days', clocks),
      manifest: { pack: 'zhoushan-childcare' },
    });
  }, 90_000);
  afterAll(() => city.close());

  const openCase = async (district: string): Promise<string> => {
    const opened = await admin.post<{ case: { id: string } }>('/api/cases', {
      definitionKey: 'counted-days',
      title: `期限 ${district}`,
      district,
      data: { startedAt: '2026-11-25T09:00:00+08:00' },
    });
    return opened.case.id;
  };
  const duesOf = async (caseId: string): Promise<Readonly<Record<string, string>>> => {
    const { clocks } = await admin.get<CaseDetail>(`/api/cases/${caseId}`);
    return Object.fromEntries(clocks.map(({ name, dueAt }) => [name.en, (dueAt ?? '').slice(0, 10)]));
  };
  const through = (id: string): Promise<BulkOperationView> =>
    eventually(
      'the operation is through',
      async () => {
        const operation = await admin.get<BulkOperationView>(`/api/bulk-operations/${id}`);
        return operation.state === 'done' ? operation : undefined;
      },
      60_000,
    );
  const save = (path: string, draft: CalendarDraftRequest): Promise<CalendarVersionView> =>
    admin.put(`/api/calendars/${path}/draft`, draft);
  const preview = async ({
    layer,
    code,
    version,
    revision,
  }: CalendarVersionView): Promise<CalendarImpactView> => {
    const ordered = await admin.post<BulkOperationView>(
      `/api/calendars/${layer}/${code}/${version}/preview`,
      {
        revision,
      },
    );
    await through(ordered.id);
    return admin.get(`/api/calendars/impacts/${ordered.id}`);
  };
  const publish = ({ layer, code, version, revision }: CalendarVersionView): Promise<BulkOperationView> =>
    admin.post(`/api/calendars/${layer}/${code}/${version}/publish`, { revision, reason: '县政府通告' });

  describe('a closure of one county', () => {
    let shengsi: string;
    let dinghai: string;
    beforeAll(async () => {
      [shengsi, dinghai] = await Promise.all([openCase('330922'), openCase('330902')]);
    });

    it('moves the deadlines there and no others, once somebody has looked at which', async () => {
      expect(await duesOf(shengsi)).toMatchObject({ short: '2026-11-30', long: '2027-01-04' });
      const draft = await save('county/330922', closure(['2026-11-26', '2026-11-27']));
      expect(draft).toMatchObject({ version: 1, revision: 1, state: 'draft' });

      const early = await admin.send<Problem>('POST', '/api/calendars/county/330922/1/publish', {
        body: { revision: 1, reason: '通告' },
      });
      expect([early.status, early.body.code]).toEqual([409, 'CALENDARS.NOT_PREVIEWED']);

      const { summary, items } = await preview(draft);
      expect(summary).toMatchObject({ moved: 4, later: 4, earlier: 0, becomeOverdue: 0 });
      expect(summary.offices).toMatchObject([{ id: expect.stringContaining('shengsi'), moved: 4 }]);
      expect(items.map(({ caseId }) => caseId)).toEqual(Array.from({ length: 4 }, () => shengsi));
      expect(await duesOf(shengsi)).toMatchObject({ short: '2026-11-30' });

      const done = await through((await publish(draft)).id);
      expect(done).toMatchObject({ changed: 4, failed: 0, result: { moved: 4, offices: 1 } });
      expect(await duesOf(shengsi)).toMatchObject({ short: '2026-12-02', long: '2027-01-06' });
      expect(await duesOf(dinghai)).toMatchObject({ short: '2026-11-30', long: '2027-01-04' });
    }, 60_000);

    it('moves the timers of the process there, and says so in the file', async () => {
      const timerOf = async (caseId: string): Promise<string | undefined> => {
        const [row] = await city.database.query<{ at: Date }>(
          `SELECT at FROM due WHERE case_id = $1 AND kind = 'timer'`,
          [caseId],
        );
        return row?.at.toISOString().slice(0, 10);
      };
      expect([await timerOf(dinghai), await timerOf(shengsi)]).toEqual(['2026-12-23', '2026-12-25']);
      const { timeline } = await admin.get<CaseDetail>(`/api/cases/${shengsi}`);
      expect(timeline.filter(({ act }) => act === 'timer.recomputed')).toHaveLength(1);
    });

    it('leaves the old date in the ledger, moves task and schedule, and tells each office once', async () => {
      const file = await admin.get<CaseDetail>(`/api/cases/${shengsi}`);
      const short = file.clocks.find(({ name }) => name.en === 'short');
      expect(short?.ledger.at(-1)?.text.zh).toContain('原为11月30日（周一） 17:30');
      expect(short?.explanation.zh).toContain('11月26日（周四）至11月27日（周五）放假');
      expect(file.tasks[0]?.dueAt?.slice(0, 10)).toBe('2026-12-02');
      expect(file.timeline.filter(({ act }) => act === 'clock.recomputed')).toHaveLength(4);
      const [due] = await city.database.query<{ last: string }>(
        `SELECT max(act ->> 'at') AS last FROM due d JOIN clock k ON k.id = d.clock_id,
           jsonb_array_elements(d.payload -> 'schedule') AS s(act)
         WHERE k.case_id = $1 AND k.definition = 'short' AND act ->> 'mark' = 'overdue'`,
        [shengsi],
      );
      expect(due?.last.slice(0, 10)).toBe('2026-12-02');
      const notices = await city.database.query<{ to_id: string; moved: number }>(
        `SELECT to_id, (payload ->> 'moved')::integer AS moved FROM notice WHERE kind = 'deadlines-moved'`,
      );
      expect(notices).toMatchObject([{ to_id: expect.stringContaining('shengsi'), moved: 4 }]);
    });

    it('is never written again, by anybody', async () => {
      await expect(
        city.database.query(`UPDATE calendar SET body = '{}' WHERE code = '330922'`),
      ).rejects.toThrow('stays as it is');
      await expect(city.database.query(`DELETE FROM calendar WHERE code = '330922'`)).rejects.toThrow(
        'stays as it is',
      );
    });

    it('counts for whoever asks there, and shows in the year of the place alone', async () => {
      const count = (place: string): Promise<CountedDays> =>
        admin.post('/api/calendars/counts', {
          place,
          start: '2026-11-25T09:00:00+08:00',
          amount: 3,
          unit: 'working_day',
        });
      expect((await count('330922')).dueAt.slice(0, 10)).toBe('2026-12-02');
      expect((await count('330902')).dueAt.slice(0, 10)).toBe('2026-11-30');
      const there = await admin.get<CalendarYearView>('/api/calendars/year?year=2026&place=330922');
      expect(there.days.find(({ date }) => date === '2026-11-26')).toEqual({
        date: '2026-11-26',
        kind: 'off',
        layer: 'county',
        draft: false,
      });
      const here = await admin.get<CalendarYearView>('/api/calendars/year?year=2026');
      expect([here.workingDays, here.days.some(({ date }) => date === '2026-11-26')]).toEqual([248, false]);
    });

    it('leaves a file as it is that was done before, and says so by the calendar of its day', async () => {
      const done = await openCase('330922');
      const clerk = await city.person('health.shengsi');
      const [task] = (await admin.get<CaseDetail>(`/api/cases/${done}`)).tasks;
      await clerk.post(`/api/tasks/${task?.id}/complete`, { version: task?.version });
      const before = await duesOf(done);
      expect(before['short']).toBe('2026-12-02');
      const draft = await save('county/330922', closure(['2026-11-26', '2026-11-27', '2026-11-30']));
      await preview(draft);
      await through((await publish(draft)).id);
      expect(await duesOf(shengsi)).toMatchObject({ short: '2026-12-03' });
      expect(await duesOf(done)).toEqual(before);
    }, 60_000);

    it('lifts a breach that the old date had made, and keeps it in the ledger', async () => {
      const late = await openCase('330922');
      await city.clock.passTo('2026-12-04T09:00:00+08:00');
      await city.clock.quiet();
      const overdue = (await admin.get<CaseDetail>(`/api/cases/${late}`)).tasks[0];
      expect(overdue?.mark).toBe('overdue');
      const draft = await save(
        'county/330922',
        closure(['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']),
      );
      expect(draft.version).toBe(3);
      const { summary } = await preview(draft);
      expect(summary.becomeInTime).toBe(2);
      await through((await publish(draft)).id);
      const file = await admin.get<CaseDetail>(`/api/cases/${late}`);
      expect(file.tasks[0]?.mark).not.toBe('overdue');
      const short = file.clocks.find(({ name }) => name.en === 'short');
      expect(short).toMatchObject({ breached: false, state: 'running' });
      expect(short?.ledger.map(({ text }) => text.en.replace(/ \(.*/, ''))).toEqual([
        'Started',
        'Late',
        'Recomputed for a new calendar',
      ]);
      const [fired] = await city.database.query<{ count: string }>(
        `SELECT count(*) FROM ladder_firing f JOIN clock k ON k.id = f.clock_id
         WHERE k.case_id = $1 AND k.definition = 'short'`,
        [late],
      );
      expect(Number(fired?.count)).toBeGreaterThan(0);
    }, 90_000);
  });

  describe('the notice of a new year', () => {
    const CASES = 300;

    it('is read, drafted, and makes provisional deadlines final, though the worker is killed meanwhile', async () => {
      for (let opened = 0; opened < CASES; opened += 10)
        await Promise.all(Array.from({ length: 10 }, () => openCase('330902')));
      const reading = await admin.post<CalendarReadingView>('/api/calendars/readings', { text: NOTICE });
      expect(reading).toMatchObject({ year: 2027, problems: [], warnings: [] });

      const list = await admin.get<CalendarListView>('/api/calendars');
      const nation = list.layers
        .find(({ layer }) => layer === 'national')
        ?.versions.find(({ inForce }) => inForce);
      const now = await admin.get<CalendarVersionView>(`/api/calendars/national/CN/${nation?.version}`);
      const draft = await save('national/CN', {
        effectiveFrom: list.today,
        document: reading.document,
        publisher: '国务院办公厅',
        officeHours: now.officeHours?.map(([from, to]): [string, string] => [from, to]),
        years: {
          ...Object.fromEntries(
            Object.entries(now.days).map(([year, { source, off, workOnWeekend, names }]) => [
              year,
              { source, off: [...off], workOnWeekend: [...workOnWeekend], names: names ?? {} },
            ]),
          ),
          '2027': {
            source: NOTICE.slice(0, 30).replaceAll('\n', ''),
            off: [...reading.off],
            workOnWeekend: [...reading.workOnWeekend],
            names: reading.names,
          },
        },
      });
      const { summary } = await preview(draft);
      expect(summary.final).toBeGreaterThanOrEqual(CASES * 3);
      expect(summary.moved).toBe(summary.final);
      expect(summary.later + summary.earlier).toBeGreaterThan(0);

      const { id } = await publish(draft);
      await eventually(
        'it is in the middle',
        async () => {
          const { looked, total = 0 } = await admin.get<BulkOperationView>(`/api/bulk-operations/${id}`);
          return looked > 0 && looked < total;
        },
        30_000,
      );
      await city.product.worker.kill();
      const half = await admin.get<BulkOperationView>(`/api/bulk-operations/${id}`);
      expect(half.state).toBe('running');
      await city.product.worker.start();
      const done = await through(id);
      expect(done).toMatchObject({ failed: 0, looked: done.total, changed: summary.moved });

      const [counted] = await city.database.query<{ entries: number; clocks: number; audits: number }>(
        `SELECT count(*)::integer AS entries, count(DISTINCT clock_id)::integer AS clocks,
           (SELECT count(*)::integer FROM audit WHERE act = 'clock.recomputed' AND after ->> 'operation' = $1) AS audits
         FROM clock_entry WHERE entry ->> 'operation' = $1`,
        [id],
      );
      expect(counted).toEqual({ entries: summary.moved, clocks: summary.moved, audits: summary.moved });
      const [open] = await city.database.query<{ provisional: number }>(
        `SELECT count(*)::integer AS provisional FROM clock WHERE state = 'running' AND provisional`,
      );
      expect(open?.provisional).toBe(0);
    }, 180_000);

    it('stands before every later deadline', async () => {
      const file = await openCase('330902');
      const { clocks } = await admin.get<CaseDetail>(`/api/cases/${file}`);
      const longest = clocks.find(({ name }) => name.en === 'longest');
      const shown = await admin.post<CountedDays>('/api/calendars/counts', {
        start: '2026-11-25T09:00:00+08:00',
        amount: 60,
        unit: 'working_day',
      });
      expect(longest).toMatchObject({ dueAt: shown.dueAt, provisional: false });
    });
  });

  it('are refused where they contradict themselves, and where somebody else was faster', async () => {
    const draft = closure(['2026-12-24']);
    const wrong = await admin.send<Problem>('PUT', '/api/calendars/county/330903/draft', {
      body: {
        ...draft,
        years: { '2026': { source: '', off: ['2026-12-24'], workOnWeekend: ['2026-12-24'] } },
      },
    });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'CALENDARS.DAYS_CONTRADICT']);
    const nowhere = await admin.send<Problem>('PUT', '/api/calendars/county/999999/draft', { body: draft });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'CALENDARS.PLACE_UNKNOWN']);
    const hours = await admin.send<Problem>('PUT', '/api/calendars/county/330903/draft', {
      body: { ...draft, officeHours: [['09:00', '08:00']] },
    });
    expect(hours.body.code).toBe('CALENDARS.HOURS_INVALID');
    await save('county/330903', draft);
    const second = await admin.send<Problem>('PUT', '/api/calendars/county/330903/draft', { body: draft });
    expect([second.status, second.body.code]).toEqual([409, 'CALENDARS.DRAFT_CHANGED']);
    const again = await save('county/330903', { ...draft, revision: 1 });
    expect(again.revision).toBe(2);
    expect((await admin.send('DELETE', '/api/calendars/county/330903/draft')).status).toBe(204);
  });
});
