import fc from 'fast-check';
import type { CalendarLayer } from './calendar-layer.js';
import { toDayNumber } from './civil-date.js';
import { closingTime, openingTime, toInstant, toLocalTime } from './local-time.js';
import { createCalendar } from './working-calendar.js';
import { addWorkingMinutes, shiftWorkingDays, workingMinutesBetween } from './working-time.js';

const national: CalendarLayer = {
  layer: 'national',
  code: 'CN',
  version: 1,
  utcOffset: '+08:00',
  officeHours: [
    ['08:30', '12:00'],
    ['14:00', '17:30'],
  ],
  years: {
    '2026': {
      source: 'a notice',
      off: ['2026-10-01', '2026-10-02', '2026-10-05'],
      workOnWeekend: ['2026-10-10'],
    },
  },
};
const calendar = createCalendar([national]);

/** An instant by the office's own clock. */
const at = (date: string, time: string): string => {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return toInstant(calendar, { day: toDayNumber(date), minute: hour * 60 + minute });
};

const instants = fc
  .tuple(fc.integer({ min: toDayNumber('2026-09-01'), max: toDayNumber('2026-11-30') }), fc.nat(1439))
  .map(([day, minute]) => toInstant(calendar, { day, minute }));

describe('local time', () => {
  it('is the day and minute as the clock on the wall shows them', () => {
    expect(toLocalTime(calendar, '2026-11-24T16:00:00.000Z')).toEqual({
      day: toDayNumber('2026-11-25'),
      minute: 0,
    });
    expect(openingTime(calendar, toDayNumber('2026-11-25'))).toBe('2026-11-25T00:30:00.000Z');
    expect(closingTime(calendar, toDayNumber('2026-11-25'))).toBe('2026-11-25T09:30:00.000Z');
  });

  it('goes to an instant and back', () => {
    fc.assert(
      fc.property(instants, (instant) => toInstant(calendar, toLocalTime(calendar, instant)) === instant),
    );
  });

  it('holds in offices west of Greenwich too', () => {
    const west = createCalendar([{ ...national, utcOffset: '-03:30' }]);
    expect(toLocalTime(west, '2026-11-25T02:00:00.000Z')).toEqual({
      day: toDayNumber('2026-11-24'),
      minute: 1350,
    });
  });
});

describe('minutes of office hours', () => {
  it.each([
    ['within a morning', '2026-11-25', '09:00', '2026-11-25', '10:30', 90],
    ['over the lunch break', '2026-11-25', '11:30', '2026-11-25', '14:30', 60],
    ['in the lunch break', '2026-11-25', '12:15', '2026-11-25', '13:45', 0],
    ['from before opening to after closing', '2026-11-25', '06:00', '2026-11-25', '22:00', 420],
    ['over a night', '2026-11-24', '17:00', '2026-11-25', '09:00', 60],
    ['over a weekend', '2026-11-27', '17:00', '2026-11-30', '09:00', 60],
    ['over a holiday with a weekend in it', '2026-09-30', '17:00', '2026-10-06', '09:00', 60],
    ['on a make-up Saturday', '2026-10-10', '08:30', '2026-10-10', '17:30', 420],
    ['on a day off', '2026-10-01', '09:00', '2026-10-01', '17:00', 0],
    ['backwards', '2026-11-25', '10:00', '2026-11-25', '09:00', 0],
  ])('%s', (_name, fromDate, fromTime, toDate, toTime, minutes) => {
    expect(workingMinutesBetween(calendar, at(fromDate, fromTime), at(toDate, toTime))).toBe(minutes);
  });

  it('are found again after they were added, and lie in office hours', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
        const to = addWorkingMinutes(calendar, from, minutes);
        const { day, minute } = toLocalTime(calendar, to);
        expect(workingMinutesBetween(calendar, from, to)).toBe(minutes);
        expect(calendar.isWorkingDay(day)).toBe(true);
        expect(calendar.officeSpans.some(([open, close]) => minute > open && minute <= close)).toBe(true);
      }),
    );
  });

  it('add up over any instant in between', () => {
    fc.assert(
      fc.property(instants, instants, instants, (...three) => {
        const [a, b, c] = three.toSorted() as [string, string, string];
        const sum = workingMinutesBetween(calendar, a, b) + workingMinutesBetween(calendar, b, c);
        return sum === workingMinutesBetween(calendar, a, c);
      }),
    );
  });

  it('added bit by bit come to the same instant', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 900 }),
        (from, n, m) => {
          const twice = addWorkingMinutes(calendar, addWorkingMinutes(calendar, from, n), m);
          return twice === addWorkingMinutes(calendar, from, n + m);
        },
      ),
    );
  });
});

describe('an instant some working days away', () => {
  const wednesday = at('2026-11-25', '17:30');

  it.each([
    ['no day: the instant itself', 0, '2026-11-25', '17:30'],
    ['one day later: the close of the next working day', 1, '2026-11-26', '17:30'],
    ['three days later: over the weekend', 3, '2026-11-30', '17:30'],
    ['half a day later: the noon of the next working day', 0.5, '2026-11-26', '12:00'],
    ['one and a half days later', 1.5, '2026-11-27', '12:00'],
    ['one day before: one working day is left, the day itself', -1, '2026-11-25', '08:30'],
    ['two days before: two are left', -2, '2026-11-24', '08:30'],
    ['four days before: over the weekend', -4, '2026-11-20', '08:30'],
  ])('%s', (_name, days, date, time) => {
    expect(shiftWorkingDays(calendar, wednesday, days)).toBe(at(date, time));
  });

  it('never comes earlier for more days', () => {
    const closes = fc
      .integer({ min: toDayNumber('2026-09-01'), max: toDayNumber('2026-11-30') })
      .map((day) => closingTime(calendar, calendar.rollForward(day)));
    const halves = fc.integer({ min: -20, max: 40 }).filter((half) => half >= 0 || half % 2 === 0);
    fc.assert(
      fc.property(closes, halves, halves, (close, a, b) => {
        const [fewer, more] = a <= b ? [a, b] : [b, a];
        return shiftWorkingDays(calendar, close, fewer / 2) <= shiftWorkingDays(calendar, close, more / 2);
      }),
    );
  });
});
