import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CalendarLayer } from './calendar-layer.js';
import { toCivilDate, toDayNumber } from './civil-date.js';
import { createCalendar } from './working-calendar.js';

const pack = join(import.meta.dirname, '../../../workflows/policy-packs/zhoushan-childcare');
const national = JSON.parse(readFileSync(join(pack, 'calendars/national.json'), 'utf8')) as CalendarLayer;
const calendar = createCalendar([national]);
const day = toDayNumber;

const workingDaysOf = (year: number): number =>
  calendar.workingDaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`));

const announced = fc.integer({ min: day('2024-01-01'), max: day('2026-12-31') });
const anyDay = fc.integer({ min: day('2023-01-01'), max: day('2030-12-31') });

describe('the national calendar', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('has in %i as many working days as the notice leaves: %i', (year, count) => {
    expect(workingDaysOf(year)).toBe(count);
  });

  it.each(['2026-02-14', '2026-02-28', '2026-10-10', '2025-01-26', '2024-02-18'])(
    'works on the make-up day %s, a weekend',
    (date) => {
      expect(calendar.isWorkingDay(day(date))).toBe(true);
      expect(calendar.exception(day(date))).toBe('make-up');
    },
  );

  it.each(['2026-02-16', '2026-10-01', '2026-09-25', '2025-10-08'])('rests on %s, a weekday', (date) => {
    expect(calendar.isWorkingDay(day(date))).toBe(false);
    expect(calendar.exception(day(date))).toBe('off');
  });

  it('counts a year without a notice by weekends and statutory days, and says that this is provisional', () => {
    // 261 weekdays, and of the thirteen days off these fall on weekdays: 1 Jan, 8 and 9 Feb, 5 Apr, 9 Jun, 15 Sep, 1 Oct.
    expect(workingDaysOf(2027)).toBe(254);
    expect(calendar.isProvisional(day('2027-01-01'))).toBe(true);
    expect(calendar.isProvisional(day('2026-12-31'))).toBe(false);
    expect(calendar.isWorkingDay(day('2027-10-01'))).toBe(false);
    expect(calendar.isWorkingDay(day('2027-10-04'))).toBe(true);
    expect(calendar.exception(day('2026-10-04'))).toBe('off');
  });

  it('rolls a day off forward to the next working day, and a working day not at all', () => {
    expect(toCivilDate(calendar.rollForward(day('2026-10-01')))).toBe('2026-10-08');
    expect(toCivilDate(calendar.rollForward(day('2026-10-10')))).toBe('2026-10-10');
  });
});

describe('layers of a calendar', () => {
  const closure: CalendarLayer = {
    layer: 'city',
    code: 'CN-3309',
    version: 2,
    years: { '2026': { source: '台风停工', off: ['2026-09-23'], workOnWeekend: ['2026-10-03'] } },
  };

  it('let the inner one overrule the outer one, day by day', () => {
    const local = createCalendar([national, closure]);
    expect(local.isWorkingDay(day('2026-09-23'))).toBe(false);
    expect(local.isWorkingDay(day('2026-10-03'))).toBe(true);
    expect(local.isWorkingDay(day('2026-10-02'))).toBe(false);
    expect(local.version).toBe(`${national.code}@${national.version}+CN-3309@2`);
  });

  it('leave a year provisional that only a city has announced', () => {
    const years = { '2027': { source: '停航', off: ['2027-03-03'], workOnWeekend: [] } };
    expect(createCalendar([national, { ...closure, years }]).isProvisional(day('2027-03-03'))).toBe(true);
  });

  it('give office hours from the innermost layer that has any', () => {
    const office: CalendarLayer = { ...closure, layer: 'office', officeHours: [['09:00', '15:30']] };
    expect(createCalendar([national, closure]).minutesADay).toBe(420);
    expect(createCalendar([national, office]).officeSpans).toEqual([[540, 930]]);
  });

  it('work without any layer: weekdays, usual hours, +08:00', () => {
    const bare = createCalendar([]);
    expect([bare.minutesADay, bare.offsetMinutes, bare.isProvisional(day('2026-01-05'))]).toEqual([
      420,
      480,
      true,
    ]);
  });

  it('read offsets on both sides of Greenwich', () => {
    const at = (utcOffset: string): number => createCalendar([{ ...national, utcOffset }]).offsetMinutes;
    expect([at('+08:00'), at('-03:30'), at('+00:00')]).toEqual([480, -210, 0]);
  });
});

describe('counting working days', () => {
  it('lands on working days only', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }).filter(Boolean), (from, count) =>
        calendar.isWorkingDay(calendar.addWorkingDays(from, count)),
      ),
    );
  });

  it('adds up: n days and then m days are n + m days', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(60), (from, n, m) => {
        const twice = calendar.addWorkingDays(calendar.addWorkingDays(from, n), m);
        return twice === calendar.addWorkingDays(from, n + m);
      }),
    );
  });

  it('is undone by counting what lies between', () => {
    fc.assert(
      fc.property(announced, fc.nat(60), (from, n) => {
        const to = calendar.addWorkingDays(from, n);
        return (
          calendar.workingDaysBetween(from, to) === n &&
          calendar.workingDaysBetween(to, from) === (n === 0 ? 0 : -n)
        );
      }),
    );
  });

  it('never counts the first day itself, forwards or backwards', () => {
    expect(toCivilDate(calendar.addWorkingDays(day('2026-11-25'), 1))).toBe('2026-11-26');
    expect(toCivilDate(calendar.addWorkingDays(day('2026-11-25'), -1))).toBe('2026-11-24');
    expect(toCivilDate(calendar.addWorkingDays(day('2026-10-08'), -1))).toBe('2026-09-30');
  });
});
