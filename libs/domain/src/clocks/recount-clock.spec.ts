import { type LedgerEntry, calendarsByPlace, closingTime, readLedger, toDayNumber } from '@lianban/calendar';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { CaseClock } from './clock.js';
import { recountClock } from './recount-clock.js';

const calendar = (version: number, off: readonly string[], announced = true) =>
  calendarsByPlace(
    [
      {
        layer: 'national',
        code: 'CN',
        version,
        years: announced ? { '2026': { source: '', off, workOnWeekend: [] } } : {},
      },
    ],
    new Map(),
  ).base;
const open = calendar(1, []);
const typhoon = calendar(2, ['2026-11-25', '2026-11-26']);

const definition = {
  id: 'check',
  name: { zh: '审查', en: 'Check' },
  scope: 'unit',
  kind: 'internal',
  duration: { amount: 3, unit: 'working_day' },
  from: 'begun',
  basis: 'PD',
  ladder: 'L-SHORT',
  stoppedBy: [],
} as unknown as ClockDefinition;
const monday = '2026-11-23T02:00:00.000Z';
const close = (date: string): string => closingTime(open, toDayNumber(date));
const clock = (...more: readonly LedgerEntry[]): CaseClock => ({
  id: 'one',
  definition,
  node: 'step',
  ledger: [{ kind: 'started', at: monday, milestone: 'begun', calendar: 'CN@1' }, ...more],
  fired: [],
});
const recount = (it: CaseClock, now: string, before = open, after = typhoon) =>
  recountClock(it, { before, after, ladder: undefined, now, operation: 'op' });

describe('a clock by another version of its calendar', () => {
  it('moves past the days that are off now, keeps the old date and plans its marks anew', () => {
    const moved = recount(clock(), '2026-11-24T02:00:00.000Z');
    expect(moved?.entry).toEqual({
      kind: 'recomputed',
      at: '2026-11-24T02:00:00.000Z',
      calendar: 'CN@2',
      operation: 'op',
      from: close('2026-11-26'),
      dueAt: close('2026-11-30'),
    });
    expect(moved?.schedule.at(-1)).toEqual({ at: close('2026-11-30'), kind: 'mark', mark: 'overdue' });
    expect(moved).toMatchObject({ mark: 'none', from: { provisional: false } });
  });

  it('is no longer overdue where the new date lies ahead, and the ledger lifts the breach', () => {
    const breached: LedgerEntry = { kind: 'breached', at: close('2026-11-26'), dueAt: close('2026-11-26') };
    const now = '2026-11-27T02:00:00.000Z';
    const moved = recount(clock(breached), now);
    expect(moved).toMatchObject({ turns: 'in-time', mark: 'due-soon', entry: { lifted: true } });
    const entry = moved?.entry;
    const ledger = [...clock(breached).ledger, ...(entry ? [entry] : [])];
    expect(readLedger(ledger, definition, typhoon)?.breachedAt).toBeUndefined();
    // And it may be breached once more.
    expect(moved?.schedule).toEqual([{ at: close('2026-11-30'), kind: 'mark', mark: 'overdue' }]);
  });

  it('was overdue by the old date first, where no sweep had come by to say so', () => {
    const late = { kind: 'late', at: close('2026-11-26'), dueAt: close('2026-11-26') };
    const inTime = recount(clock(), '2026-11-27T02:00:00.000Z');
    expect(inTime).toMatchObject({ overrun: late, turns: 'in-time', entry: { lifted: true } });
    const past = recount(clock(), '2026-12-01T01:00:00.000Z');
    expect(past).toMatchObject({ overrun: late, mark: 'overdue', schedule: [] });
    expect(past?.entry).not.toHaveProperty('lifted');
    // By the date on which it is due to the instant, it has not run out yet.
    expect(recount(clock(), close('2026-11-26'))).not.toHaveProperty('overrun');
  });

  it('stays overdue, and breached once, where the new date lies back as well', () => {
    const breached: LedgerEntry = { kind: 'breached', at: close('2026-11-26'), dueAt: close('2026-11-26') };
    const moved = recount(clock(breached), '2026-12-01T01:00:00.000Z');
    expect(moved).toMatchObject({ mark: 'overdue', schedule: [] });
    expect(moved?.turns).toBeUndefined();
  });

  it('is overdue at once where the new date is past, and its breach is still to be entered', () => {
    const moved = recount(clock(), '2026-11-27T01:00:00.000Z', typhoon, open);
    expect(moved).toMatchObject({ turns: 'overdue', mark: 'overdue' });
    expect(moved?.schedule).toEqual([{ at: close('2026-11-26'), kind: 'mark', mark: 'overdue' }]);
  });

  it('becomes final on the same day when its year is announced', () => {
    const moved = recount(clock(), '2026-11-24T02:00:00.000Z', calendar(1, [], false), calendar(2, []));
    expect(moved).toMatchObject({
      from: { at: close('2026-11-26'), provisional: true },
      reading: { dueAt: close('2026-11-26'), provisional: false },
    });
  });

  it.each([
    ['the same calendar', clock(), open, open],
    ['days that its count does not meet', clock(), open, calendar(2, ['2026-12-24'])],
    [
      'a clock that stands still',
      clock({ kind: 'stopped', at: monday, ground: 'supplement' }),
      open,
      typhoon,
    ],
    ['a clock that is met', clock({ kind: 'met', at: monday }), open, typhoon],
    [
      'an operation that was here before',
      clock({ kind: 'recomputed', at: monday, calendar: 'CN@2', operation: 'op' }),
      open,
      typhoon,
    ],
  ])('does not move for %s', (_what, it, before, after) => {
    expect(recount(it, '2026-11-24T02:00:00.000Z', before, after)).toBeUndefined();
  });
});
