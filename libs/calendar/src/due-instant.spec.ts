import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CalendarLayer } from './calendar-layer.js';
import { toCivilDate, toDayNumber, weekdayOf } from './civil-date.js';
import { dueInstant } from './due-instant.js';
import type { Duration } from './duration.js';
import { closingTime, openingTime, toInstant, toLocalTime } from './local-time.js';
import type { Stop } from './stop.js';
import { createCalendar } from './working-calendar.js';

const pack = join(import.meta.dirname, '../../../workflows/policy-packs/zhoushan-childcare');
const national = JSON.parse(readFileSync(join(pack, 'calendars/national.json'), 'utf8')) as CalendarLayer;
const calendar = createCalendar([national]);

const morning = (date: string): string => openingTime(calendar, toDayNumber(date));
const dueDate = (start: string, duration: Duration, stops: readonly Stop[] = []): string =>
  toCivilDate(toLocalTime(calendar, dueInstant(calendar, start, duration, stops).at).day);
const workingDays = (amount: number): Duration => ({ amount, unit: 'working_day' });

const instants = fc
  .tuple(fc.integer({ min: toDayNumber('2024-01-02'), max: toDayNumber('2026-10-31') }), fc.nat(1439))
  .map(([day, minute]) => toInstant(calendar, { day, minute }));

describe('when a time limit runs out', () => {
  // The vectors of the domain brief, section 9.
  it.each([
    ['2026-09-28', 5, 'working_day', '2026-10-10'],
    ['2026-09-28', 15, 'working_day', '2026-10-23'],
    ['2026-02-13', 5, 'working_day', '2026-02-27'],
    ['2026-02-13', 7, 'working_day', '2026-03-02'],
    ['2026-09-18', 5, 'working_day', '2026-09-24'],
    ['2025-01-24', 5, 'working_day', '2025-02-07'],
    ['2025-01-24', 20, 'working_day', '2025-02-27'],
    ['2025-09-26', 5, 'working_day', '2025-10-10'],
    ['2026-04-30', 3, 'working_day', '2026-05-08'],
    ['2026-12-01', 5, 'working_day', '2026-12-08'],
    ['2026-07-05', 90, 'calendar_day', '2026-10-08'],
    ['2026-07-10', 90, 'calendar_day', '2026-10-08'],
    ['2026-09-20', 15, 'calendar_day', '2026-10-08'],
  ] as const)('%s and %i %ss: %s', (start, amount, unit, due) => {
    expect(dueDate(morning(start), { amount, unit })).toBe(due);
  });

  it.each([
    ['2026-07-05', 90, '2026-10-03'],
    ['2026-09-20', 15, '2026-10-05'],
  ])('remembers the raw end of calendar days before it rolled: %s + %i is %s', (start, amount, raw) => {
    const { derivation } = dueInstant(calendar, morning(start), { amount, unit: 'calendar_day' });
    expect(derivation.rolledFrom).toBe(toDayNumber(raw));
  });

  it('is the end of office hours, whatever the time of the event', () => {
    for (const at of ['2026-11-25T00:30:00Z', '2026-11-25T09:29:00Z', '2026-11-25T15:59:59Z'])
      expect(dueInstant(calendar, at, workingDays(2)).at).toBe('2026-11-27T09:30:00.000Z');
    // Four in the afternoon in Greenwich is the next day in Zhoushan.
    expect(dueInstant(calendar, '2026-11-25T16:00:00Z', workingDays(2)).at).toBe('2026-11-30T09:30:00.000Z');
  });

  it('counts from an event on a day off as from any other day', () => {
    expect(dueDate(morning('2026-11-28'), workingDays(1))).toBe('2026-11-30');
    expect(dueDate(morning('2026-10-04'), workingDays(1))).toBe('2026-10-08');
  });

  it('runs hours around the clock, holidays or not', () => {
    const due = dueInstant(calendar, '2026-10-01T10:00:00.000Z', { amount: 24, unit: 'hour' });
    expect([due.at, due.provisional]).toEqual(['2026-10-02T10:00:00.000Z', false]);
  });

  it('ends a month on the same date, on its last day where it has none, and rolls forward', () => {
    expect(dueDate(morning('2026-01-31'), { amount: 1, unit: 'month' })).toBe('2026-02-28');
    expect(dueDate(morning('2024-01-31'), { amount: 1, unit: 'month' })).toBe('2024-02-29');
    expect(dueDate(morning('2026-08-31'), { amount: 6, unit: 'month' })).toBe('2027-03-01');
  });

  it('is provisional as soon as the count touches a year without a notice', () => {
    expect(dueInstant(calendar, morning('2026-12-28'), workingDays(3)).provisional).toBe(false);
    expect(dueInstant(calendar, morning('2026-12-28'), workingDays(4)).provisional).toBe(true);
  });

  it('names the days it passed over and the make-up days it counted', () => {
    const { derivation } = dueInstant(calendar, morning('2026-09-28'), workingDays(5));
    expect(derivation.skipped).toEqual([
      { fromDay: toDayNumber('2026-10-01'), toDay: toDayNumber('2026-10-07'), why: 'off' },
    ]);
    expect(derivation.makeUpDays).toEqual([toDayNumber('2026-10-10')]);
  });
});

describe('a stop', () => {
  const start = morning('2026-11-02');
  const stop = (from: string, to: string, ground = 'supplement'): Stop => ({
    from: morning(from),
    to: closingTime(calendar, toDayNumber(to)),
    ground,
  });

  it('leaves out the days from the one after the notice through the one of receipt', () => {
    expect(dueDate(start, workingDays(5))).toBe('2026-11-09');
    expect(dueDate(start, workingDays(5), [stop('2026-11-03', '2026-11-05')])).toBe('2026-11-11');
  });

  it('within one day leaves nothing out', () => {
    expect(dueDate(start, workingDays(5), [stop('2026-11-04', '2026-11-04')])).toBe('2026-11-09');
  });

  it('counts a day once that two stops cover, and tells adjoining grounds apart', () => {
    const both = [stop('2026-11-03', '2026-11-05'), stop('2026-11-04', '2026-11-06', 'force-majeure')];
    expect(dueDate(start, workingDays(5), both)).toBe('2026-11-12');
    expect(dueInstant(calendar, start, workingDays(5), both).derivation.skipped).toEqual([
      {
        fromDay: toDayNumber('2026-11-04'),
        toDay: toDayNumber('2026-11-05'),
        why: 'stop',
        ground: 'supplement',
      },
      {
        fromDay: toDayNumber('2026-11-06'),
        toDay: toDayNumber('2026-11-06'),
        why: 'stop',
        ground: 'force-majeure',
      },
    ]);
  });

  it('holds hours by its own length, from the start of the clock at the earliest', () => {
    const hours = { amount: 2, unit: 'hour' } as const;
    const held = { from: '2026-11-02T01:00:00.000Z', to: '2026-11-02T04:00:00.000Z', ground: 'x' };
    expect(dueInstant(calendar, '2026-11-02T00:30:00.000Z', hours, [held]).at).toBe(
      '2026-11-02T05:30:00.000Z',
    );
    expect(dueInstant(calendar, '2026-11-02T03:00:00.000Z', hours, [held]).at).toBe(
      '2026-11-02T06:00:00.000Z',
    );
  });
});

describe('hours', () => {
  const from = '2026-11-02T01:00:00.000Z';
  const stop = (begin: string, end: string, ground = 'supplement'): Stop => ({
    from: `2026-11-02T${begin}:00.000Z`,
    to: `2026-11-02T${end}:00.000Z`,
    ground,
  });

  it('leave out once what two stops cover, and nothing for a stop that began when the time was up', () => {
    const two = { amount: 2, unit: 'hour' } as const;
    const overlapping = [stop('01:30', '02:30'), stop('02:00', '03:00', 'judicial')];
    expect(dueInstant(calendar, from, two, overlapping).at).toBe('2026-11-02T04:30:00.000Z');
    expect(dueInstant(calendar, from, two, [stop('03:00', '05:00')]).at).toBe('2026-11-02T03:00:00.000Z');
  });

  it('of work run through office hours alone, over weekends, and name the days off between', () => {
    const twelve = { amount: 12, unit: 'working_hour' } as const;
    const due = dueInstant(calendar, '2026-09-30T06:00:00.000Z', twelve);
    // Three and a half hours on Wednesday, seven on Thursday 8 October after the holiday, one and a half on Friday.
    expect(due.at).toBe('2026-10-09T02:00:00.000Z');
    expect(due.derivation.skipped).toEqual([
      { fromDay: toDayNumber('2026-10-01'), toDay: toDayNumber('2026-10-07'), why: 'off' },
    ]);
  });
});

describe('a last day that is no working day', () => {
  const fifteen = { amount: 15, unit: 'calendar_day' } as const;

  it('rolls forward, or stands where the basis of the limit lets it stand', () => {
    const start = morning('2026-09-20');
    expect(toCivilDate(dueInstant(calendar, start, fifteen).derivation.dueDay)).toBe('2026-10-08');
    const standing = dueInstant(calendar, start, fifteen, [], 'stands');
    expect(standing.at).toBe('2026-10-05T09:30:00.000Z');
    expect(standing.derivation).toMatchObject({ standsOnDayOff: true });
  });
});

describe('any due instant', () => {
  const units = fc.constantFrom<Duration['unit']>('working_day', 'calendar_day', 'month');
  const stops = fc.array(fc.tuple(instants, fc.integer({ min: 0, max: 20 })), { maxLength: 3 }).map((list) =>
    list.map(([from, days]): Stop => ({
      from,
      to: toInstant(calendar, { day: toLocalTime(calendar, from).day + days, minute: 600 }),
      ground: 'supplement',
    })),
  );

  it('never lies on a day off', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 90 }), units, stops, (start, amount, unit, held) => {
        const { day } = toLocalTime(calendar, dueInstant(calendar, start, { amount, unit }, held).at);
        return calendar.isWorkingDay(day);
      }),
    );
  });

  it('comes later for more days, a later start, or one more stop; never earlier', () => {
    fc.assert(
      fc.property(instants, instants, fc.nat(60), fc.nat(60), units, stops, (a, b, n, m, unit, held) => {
        const [first, second] = [a, b].toSorted() as [string, string];
        const due = (start: string, amount: number, with_: readonly Stop[]): string =>
          dueInstant(calendar, start, { amount, unit }, with_).at;
        expect(due(first, n, held) <= due(first, n + m, held)).toBe(true);
        expect(due(first, n, []) <= due(second, n, [])).toBe(true);
        expect(due(first, n, []) <= due(first, n, held)).toBe(true);
      }),
    );
  });

  it('of working days adds up: what is due after n and m more is due after n + m', () => {
    fc.assert(
      fc.property(instants, fc.nat(40), fc.integer({ min: 1, max: 40 }), (start, n, m) => {
        const half = dueInstant(calendar, start, workingDays(n)).at;
        fc.pre(n > 0);
        return (
          dueInstant(calendar, half, workingDays(m)).at === dueInstant(calendar, start, workingDays(n + m)).at
        );
      }),
    );
  });

  it('with a stop is later by exactly the working days of the stop within the count', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 3, max: 30 }),
        fc.nat(2),
        fc.nat(15),
        (start, amount, wait, long) => {
          const startDay = toLocalTime(calendar, start).day;
          const from = calendar.addWorkingDays(startDay, wait);
          const to = calendar.addWorkingDays(from, long);
          const at = (day: number): string => toInstant(calendar, { day, minute: 700 });
          const due = dueInstant(calendar, start, workingDays(amount), [
            { from: at(from), to: at(to), ground: 'g' },
          ]);
          const stopped = calendar.workingDaysBetween(Math.max(from, startDay), to);
          return due.at === dueInstant(calendar, start, workingDays(amount + stopped)).at;
        },
      ),
    );
  });

  it('accounts for every day from start to due: counted, a weekend, or named as passed over', () => {
    fc.assert(
      fc.property(instants, fc.nat(40), stops, (start, amount, held) => {
        const { derivation } = dueInstant(calendar, start, workingDays(amount), held);
        const named = (day: number): boolean =>
          derivation.skipped.some(({ fromDay, toDay }) => day >= fromDay && day <= toDay);
        let counted = 0;
        for (
          let day = derivation.startDay + 1;
          day <= (derivation.rolledFrom ?? derivation.dueDay);
          day += 1
        ) {
          if (named(day)) continue;
          if (calendar.isWorkingDay(day)) counted += 1;
          else expect([0, 6]).toContain(weekdayOf(day));
        }
        expect(counted).toBe(amount);
      }),
    );
  });
});
