import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CalendarLayer,
  closingTime,
  createCalendar,
  dueInstant,
  toDayNumber,
  toInstant,
} from '@lianban/calendar';
import fc from 'fast-check';
import { type Ladder, rungInstants } from './ladder.js';

const pack = join(import.meta.dirname, '../../../../workflows/policy-packs/zhoushan-childcare');
const read = (path: string): unknown => JSON.parse(readFileSync(join(pack, path), 'utf8'));
const calendar = createCalendar([read('calendars/national.json') as CalendarLayer]);
const ladders = {
  std: 'ladders/l-std.json',
  short: 'ladders/l-short.json',
  legal: 'ladders/l-legal.json',
  crit: 'ladders/l-crit.json',
  report: 'ladders/l-report.json',
} as const;
const ladder = (name: keyof typeof ladders): Ladder => read(ladders[name]) as Ladder;

const at = (date: string, time: string): string => {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return toInstant(calendar, { day: toDayNumber(date), minute: hour * 60 + minute });
};
const close = (date: string): string => closingTime(calendar, toDayNumber(date));
const climb = (name: keyof typeof ladders, from: string, due: string): readonly string[] =>
  rungInstants(ladder(name), from, due, calendar).map(({ rung, at: when }) => `${rung.level} ${when}`);

describe('the rungs of a ladder', () => {
  it('L-STD: due soon two working days before, overdue at the end of the day, then 1, 3, 5, 10 and 20 after', () => {
    // Ten working days from Wednesday 11 November; the due day is Wednesday 25.
    expect(climb('std', at('2026-11-11', '09:00'), close('2026-11-25'))).toEqual([
      `L0 ${at('2026-11-24', '08:30')}`,
      `L1 ${close('2026-11-25')}`,
      `L2 ${close('2026-11-26')}`,
      `L3 ${close('2026-11-30')}`,
      `L4 ${close('2026-12-02')}`,
      `L5 ${close('2026-12-09')}`,
      `L6 ${close('2026-12-23')}`,
    ]);
  });

  it('L-SHORT: a reminder at half of the time, half a day and a day after the end', () => {
    expect(climb('short', close('2026-11-23'), close('2026-11-25')).slice(0, 4)).toEqual([
      `L0 ${close('2026-11-24')}`,
      `L1 ${close('2026-11-25')}`,
      `L2 ${at('2026-11-26', '12:00')}`,
      `L3 ${close('2026-11-26')}`,
    ]);
  });

  it('L-LEGAL: at 50 % and 80 % of the working time, alarm on the last day, the breach, then orders', () => {
    // Five working days: 2100 minutes of office hours.
    expect(climb('legal', close('2026-11-18'), close('2026-11-25'))).toEqual([
      `L0 ${at('2026-11-23', '12:00')}`,
      `L1 ${close('2026-11-24')}`,
      `L2 ${at('2026-11-25', '08:30')}`,
      `L3 ${close('2026-11-25')}`,
      `L4 ${close('2026-11-30')}`,
      `L5 ${close('2026-12-02')}`,
      `L6 ${close('2026-12-09')}`,
    ]);
  });

  it('L-CRIT: minutes and hours from the start, day and night, weekends too', () => {
    expect(climb('crit', at('2026-11-27', '23:50'), at('2026-11-28', '23:50'))).toEqual([
      `L0 ${at('2026-11-27', '23:50')}`,
      `L1 ${at('2026-11-28', '00:20')}`,
      `L2 ${at('2026-11-28', '00:50')}`,
      `L3 ${at('2026-11-28', '01:50')}`,
      `L4 ${at('2026-11-28', '03:50')}`,
      `L5 ${at('2026-11-28', '23:50')}`,
      `L6 ${at('2026-11-29', '23:50')}`,
    ]);
  });

  it('L-REPORT: ten and three working days before, then 1, 5 and 10 after; misses are looked at last', () => {
    expect(climb('report', at('2026-11-02', '09:00'), close('2026-11-25'))).toEqual([
      `L0 ${at('2026-11-12', '08:30')}`,
      `L1 ${at('2026-11-23', '08:30')}`,
      `L2 ${close('2026-11-26')}`,
      `L3 ${close('2026-12-02')}`,
      `L4 ${close('2026-12-09')}`,
      `L5 ${close('2026-12-09')}`,
      `L6 ${close('2026-12-09')}`,
    ]);
  });

  it('pass over holidays and stand on make-up days', () => {
    expect(climb('std', at('2026-09-21', '09:00'), close('2026-09-30')).slice(2, 5)).toEqual([
      `L2 ${close('2026-10-08')}`,
      `L3 ${close('2026-10-10')}`,
      `L4 ${close('2026-10-13')}`,
    ]);
  });

  it('never come before the clock started, however short it is: L-LEGAL keeps its order within one day', () => {
    const from = at('2026-11-25', '16:00');
    const rungs = rungInstants(ladder('legal'), from, close('2026-11-25'), calendar);
    // The alarm is planned for the opening of the last day, which is past.
    expect(rungs.slice(0, 4).map(({ at: when }) => when)).toEqual([
      at('2026-11-25', '16:45'),
      at('2026-11-25', '17:12'),
      at('2026-11-25', '17:12'),
      close('2026-11-25'),
    ]);
  });

  it('are all due at once where a clock starts in arrears', () => {
    const rungs = rungInstants(ladder('short'), at('2026-11-25', '09:00'), close('2026-11-13'), calendar);
    expect(new Set(rungs.slice(0, 6).map(({ at: when }) => when))).toEqual(
      new Set([at('2026-11-25', '09:00')]),
    );
  });
});

describe('any ladder over any clock', () => {
  const starts = fc
    .tuple(fc.integer({ min: toDayNumber('2026-01-01'), max: toDayNumber('2026-10-31') }), fc.nat(1439))
    .map(([day, minute]) => toInstant(calendar, { day, minute }));
  const names = fc.constantFrom(...(Object.keys(ladders) as (keyof typeof ladders)[]));

  it('fires no rung out of order, none before the start, and has them all', () => {
    fc.assert(
      fc.property(names, starts, fc.integer({ min: 0, max: 40 }), (name, from, amount) => {
        const due = dueInstant(calendar, from, { amount, unit: 'working_day' }).at;
        const rungs = rungInstants(ladder(name), from, due, calendar);
        expect(rungs.map(({ rung }) => rung.level)).toEqual(ladder(name).rungs.map(({ level }) => level));
        expect(rungs.map(({ at: when }) => when)).toEqual(rungs.map(({ at: when }) => when).toSorted());
        for (const { at: when } of rungs) expect(when >= from).toBe(true);
      }),
    );
  });
});
