import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSULTATION_DAYS } from '@lianban/application';
import {
  type CalendarLayer,
  type LedgerEntry,
  createCalendar,
  dueInstant,
  openingTime,
  readLedger,
  shiftWorkingDays,
  toCivilDate,
  toDayNumber,
  toLocalTime,
} from '@lianban/calendar';
import { type CaseClock, type Ladder, entryOfAct } from '@lianban/domain';
import type { ClockDefinition, ProcessPlan } from '@lianban/process-runtime';
import { DUE_DAYS, EXTENSIONS, LADDERS, STOPS, YEARS } from './domain-figures.js';
import { compilePackProcess, readPack, readPackJson } from './pack-processes.js';

const MISSION = join(import.meta.dirname, '../../../shared/mission/domain.json');

/** `02-10..02-17 04-04` of a year, day by day. */
const daysOf = (year: string, runs: string): readonly string[] =>
  runs.split(' ').flatMap((run) => {
    const [first = '', last = first] = run.split('..');
    const [from, to] = [toDayNumber(`${year}-${first}`), toDayNumber(`${year}-${last}`)];
    return Array.from({ length: to - from + 1 }, (_, days) => toCivilDate(from + days));
  });

describe('the rules of the product, against the figures of the domain', () => {
  let national: CalendarLayer;
  const plans: ProcessPlan[] = [];
  beforeAll(async () => {
    national = await readPackJson<CalendarLayer>('calendars/national.json');
    const pack = await readPack();
    for (const { manifest } of pack.processes) {
      const { plan } = await compilePackProcess(pack, manifest.key);
      if (plan) plans.push(plan);
    }
  });

  it.each(YEARS)('has the days of $year', ({ year, source, off, workOnWeekend, workingDays }) => {
    expect(national.years[year]).toMatchObject({
      source,
      off: daysOf(year, off),
      workOnWeekend: daysOf(year, workOnWeekend),
    });
    const calendar = createCalendar([national]);
    const every = daysOf(year, '01-01..12-31').map(toDayNumber);
    expect(every.filter((day) => calendar.isWorkingDay(day))).toHaveLength(workingDays);
    expect(every.some((day) => calendar.isProvisional(day))).toBe(false);
  });

  it('counts by office hours of the default, and calls a year without a notice provisional', () => {
    expect(national.officeHours).toEqual([
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ]);
    expect(createCalendar([national]).isProvisional(toDayNumber('2027-03-01'))).toBe(true);
  });

  it.each(DUE_DAYS)('is due on $due: $start and $add $unit', ({ start, add, unit, due }) => {
    const calendar = createCalendar([national]);
    const { at } = dueInstant(calendar, openingTime(calendar, toDayNumber(start)), { amount: add, unit });
    const local = toLocalTime(calendar, at);
    expect([toCivilDate(local.day), local.minute]).toEqual([due, 17 * 60 + 30]);
  });

  it.each(Object.entries(LADDERS))('climbs %s rung by rung', async (code, { rungs }) => {
    const ladder = await readPackJson<Ladder>(`ladders/${code.toLowerCase()}.json`);
    const figures = ladder.rungs.map(({ level, offset, when }) => ({
      level,
      offset,
      ...(when ? { when } : {}),
    }));
    expect(figures).toEqual(rungs.map(({ at: _at, ...figure }) => figure));
  });

  it('stops a clock on the grounds that stop one, and on no other', () => {
    const grounds = plans.flatMap(({ clocks }) =>
      Object.values(clocks).flatMap(({ stoppedBy }) => stoppedBy),
    );
    const stopping = STOPS.filter(({ stops }) => stops).map(({ ground }) => ground);
    expect(grounds.length).toBeGreaterThan(0);
    expect(grounds.filter((ground) => !stopping.includes(ground))).toEqual([]);
  });

  it('gives a supplement and a consultation over competence the time they have', () => {
    const most = (ground: string) => STOPS.find((stop) => stop.ground === ground)?.most;
    const filing = plans.find(({ processId }) => processId === 'institution-filing');
    const timers = Object.values(filing?.nodes ?? {}).flatMap((node) =>
      node.type === 'boundaryEvent' && JSON.stringify(node).includes('filing.supplement-requested')
        ? [node]
        : [],
    );
    expect(timers).toHaveLength(1);
    expect(timers[0]).toMatchObject({ trigger: { timer: { duration: most('supplement') } } });
    expect({ amount: CONSULTATION_DAYS, unit: 'working_day' }).toEqual(most('jurisdiction-dispute'));
  });

  describe.each(EXTENSIONS)('an extension under $basis', ({ basis, period, most, noticeDays }) => {
    const calendarOf = () => createCalendar([national]);
    const started: LedgerEntry = {
      kind: 'started',
      at: new Date('2026-03-02T09:00:00+08:00').toISOString(),
      milestone: 'begun',
      calendar: 'CN@1',
    };
    const clock: CaseClock = {
      id: 'one',
      node: 'step',
      definition: {
        id: 'clock',
        duration: period ?? most,
        stoppedBy: [],
        extension: {
          by: most,
          basis,
          approver: 'department-head',
          ...(noticeDays === undefined ? {} : { noticeDays }),
        },
      } as unknown as ClockDefinition,
      ledger: [started],
      fired: [],
    };
    const ask = (it: CaseClock, amount: number, now: string) =>
      entryOfAct(
        it,
        { kind: 'extend-clock', amount, reason: '案情复杂' },
        { calendar: calendarOf(), now, by: '局长' },
      );
    const due = (ledger: readonly LedgerEntry[]) =>
      readLedger(ledger, clock.definition, calendarOf())?.dueAt ?? '';
    const before = new Date('2026-03-03T09:00:00+08:00').toISOString();

    it('is granted once, for no longer, in time, and keeps the date of before', () => {
      const granted = ask(clock, most.amount, before);
      if (!granted.ok) throw new Error(granted.error.code);
      expect(granted.value).toMatchObject({ kind: 'extended', by: most, basis, from: due([started]) });
      const after = [started, granted.value];
      expect(due(after) > due([started])).toBe(true);
      const refusal = (answer: ReturnType<typeof ask>) => (answer.ok ? 'granted' : answer.error.code);
      expect(refusal(ask({ ...clock, ledger: after }, 1, before))).toBe('CLOCKS.EXTENDED_ALREADY');
      expect(refusal(ask(clock, most.amount + 1, before))).toBe('CLOCKS.EXTENSION_TOO_LONG');
      const latest =
        noticeDays === undefined
          ? due([started])
          : shiftWorkingDays(calendarOf(), due([started]), -noticeDays);
      expect(refusal(ask(clock, 1, latest))).toBe('CLOCKS.EXTENSION_TOO_LATE');
      expect(ask(clock, 1, new Date(Date.parse(latest) - 1).toISOString()).ok).toBe(true);
    });
  });
});

/** The facts themselves, beside a checkout of the founders; a clone elsewhere has the table alone. */
interface Facts {
  readonly working_calendar: {
    readonly years: Readonly<
      Record<
        string,
        {
          readonly paper: string;
          readonly off: string[];
          readonly work_on_weekend: string[];
          readonly working_days: number;
        }
      >
    >;
    readonly test_vectors: readonly {
      readonly start: string;
      readonly add: number;
      readonly unit: string;
      readonly due: string;
    }[];
  };
  readonly escalation_ladders: readonly {
    readonly code: string;
    readonly rungs: readonly { readonly at: string; readonly level: string }[];
  }[];
  readonly clock_stops: readonly {
    readonly code: string;
    readonly basis: string;
    readonly limit: string;
    readonly stops: string;
  }[];
}

describe('the table of figures', () => {
  if (!existsSync(MISSION)) {
    it('was not compared with ../shared/mission/domain.json, which is not beside this checkout', () => {
      expect(existsSync(MISSION)).toBe(false);
    });
    return;
  }
  const facts = JSON.parse(readFileSync(MISSION, 'utf8')) as Facts;

  it('has the years and the vectors of the mission', () => {
    const { years, test_vectors: vectors } = facts.working_calendar;
    expect(
      YEARS.map(({ year, source, off, workOnWeekend, workingDays }) => [
        year,
        {
          paper: source,
          off: daysOf(year, off),
          work_on_weekend: daysOf(year, workOnWeekend),
          working_days: workingDays,
        },
      ]),
    ).toEqual(Object.entries(years));
    expect(DUE_DAYS).toEqual(vectors.map(({ start, add, unit, due }) => ({ start, add, unit, due })));
  });

  it('has every rung of every ladder of the mission', () => {
    const rungs = Object.entries(LADDERS).map(([code, ladder]) => [
      code,
      ladder.rungs.map(({ at, level }) => [level, at]),
    ]);
    expect(rungs).toEqual(
      facts.escalation_ladders.map(({ code, rungs: found }) => [
        code,
        found.map(({ at, level }) => [level, at]),
      ]),
    );
  });

  it('has every ground of the mission, with its limit where that is a figure', () => {
    expect(STOPS.map(({ ground, source, stops }) => [ground, source, stops])).toEqual(
      facts.clock_stops.map(({ code, basis, stops }) => [code, basis, !stops.startsWith('nothing')]),
    );
    const limits = facts.clock_stops.map(({ limit }) => /^(\d+) working days/.exec(limit)?.[1]);
    expect(STOPS.map(({ most }) => most?.amount.toString())).toEqual(limits);
  });
});
