import { createCalendar } from '@lianban/calendar';
import type { Ladder } from '@lianban/domain';
import type { WatchedClock } from './ladder-watch-store.port.js';
import { watchClock } from './watch-clock.js';

const calendar = createCalendar([]);
const ladder: Ladder = {
  code: 'L-STD',
  version: 2,
  name: { zh: '阶梯', en: 'Ladder' },
  serves: 'default-long',
  rungs: (['L0', 'L1'] as const).map((level, index) => ({
    level,
    offset: { kind: 'working-days', days: index },
    action: { zh: level, en: level },
    acts: [{ kind: 'remind' }],
    tell: [{ post: 'assignee', of: 'own-unit' }],
  })),
};
const due = '2026-03-05T09:30:00.000Z';
const dayAfter = '2026-03-06T09:30:00.000Z';
const clock = (changes: Partial<WatchedClock> = {}): WatchedClock => ({
  id: 'clock',
  caseId: 'case',
  node: 'check',
  scope: 'unit',
  ladder: 'L-STD',
  ledger: [],
  definitionId: 'definition',
  district: '330902',
  tasks: [],
  startedAt: '2026-03-02T01:00:00.000Z',
  dueAt: due,
  overran: false,
  looked: [],
  schedule: [
    { at: due, kind: 'mark', mark: 'overdue' },
    { at: due, kind: 'rung', level: 'L0' },
    { at: dayAfter, kind: 'rung', level: 'L1' },
  ],
  armedFor: due,
  held: false,
  countedBy: calendar.version,
  ...changes,
});
const at = (now: string, changes: Partial<WatchedClock> = {}): readonly string[] =>
  watchClock(clock(changes), ladder, calendar, now);
const before = '2026-03-04T01:00:00.000Z';
const after = '2026-03-05T10:00:00.000Z';

describe('the watch over a clock', () => {
  it('finds nothing where each level has a record or is planned', () => {
    expect(at(before)).toEqual([]);
    const late = { overran: true, looked: ['L0'], schedule: clock().schedule.slice(2), armedFor: dayAfter };
    expect(at(after, late)).toEqual([]);
    const { armedFor: _, ...done } = clock({ overran: true, looked: ['L0', 'L1'], schedule: [] });
    expect(watchClock(done, ladder, calendar, '2026-03-10T00:00:00.000Z')).toEqual([]);
  });

  it('gives the sweep a minute', () => {
    expect(at('2026-03-05T09:30:59.000Z')).toEqual([]);
    expect(at('2026-03-05T09:31:01.000Z')).toHaveLength(2);
  });

  it('names a level that was due and has no record, and a due instant that left no entry', () => {
    expect(at(after)).toEqual([
      `L-STD@2 L0 of ${due} has no record`,
      `the due instant ${due} passed without an entry`,
    ]);
  });

  it('names a level that nobody planned', () => {
    const { schedule } = clock();
    expect(at(before, { schedule: schedule.slice(0, 2) })).toEqual(['L-STD@2 L1 is not planned']);
  });

  it('names a clock that nothing will wake', () => {
    const { armedFor: _, ...unarmed } = clock();
    expect(watchClock(unarmed, ladder, calendar, before)).toEqual([`armed for nothing instead of ${due}`]);
  });

  it('names a level whose instant was changed; another calendar since is no such change', () => {
    const schedule = clock().schedule.map((act) =>
      act.at === dayAfter ? { ...act, at: '2026-03-09T09:30:00.000Z' } : act,
    );
    expect(at(before, { schedule })).toEqual([
      `L-STD@2 L1 is planned for 2026-03-09T09:30:00.000Z instead of ${dayAfter}`,
    ]);
    expect(at(before, { schedule, countedBy: 'CN@7' })).toEqual([]);
  });

  it('expects nothing of a suspended case, and names a ladder that is gone', () => {
    expect(at(after, { held: true })).toEqual([]);
    expect(watchClock(clock(), undefined, calendar, before)).toEqual(['no ladder L-STD']);
  });
});
