import { type LedgerEntry, closingTime, createCalendar, toDayNumber } from '@lianban/calendar';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { CaseClock } from './clock.js';
import type { Ladder } from './ladder.js';
import { withEntry } from './with-entry.js';

const calendar = createCalendar([]);
const close = (date: string): string => closingTime(calendar, toDayNumber(date));
const monday = '2026-11-23T02:00:00.000Z';

const ladder: Ladder = {
  code: 'L-LEGAL',
  version: 2,
  name: { zh: '法定', en: 'Legal' },
  rungs: [
    { offset: { kind: 'breach' }, level: 'L3', acts: [{ kind: 'ledger-entry' }], notify: [] },
    { offset: { kind: 'working-days', days: 3 }, level: 'L4', acts: [{ kind: 'ledger-entry' }], notify: [] },
  ],
} as unknown as Ladder;

const clock = (fired: readonly string[] = [], ...more: readonly LedgerEntry[]): CaseClock => ({
  id: 'one',
  definition: {
    id: 'check',
    name: { zh: '审查', en: 'Check' },
    scope: 'unit',
    kind: 'statutory',
    duration: { amount: 3, unit: 'working_day' },
    from: 'begun',
    basis: 'LIC-42',
    ladder: 'L-LEGAL',
    stoppedBy: ['judicial'],
  } as unknown as ClockDefinition,
  node: 'step',
  ledger: [{ kind: 'started', at: monday, milestone: 'begun', calendar: 'CN@1' }, ...more],
  fired,
});
const breached: LedgerEntry = { kind: 'breached', at: close('2026-11-26'), dueAt: close('2026-11-26') };

const stop = (it: CaseClock, at: string) =>
  withEntry(it, { kind: 'stopped', at, ground: 'judicial' }, calendar, ladder);

describe('an act on one clock', () => {
  it('comes after the breach that no sweep had come by to note, which answers for itself in the ledger of accountability', () => {
    const at = '2026-11-27T02:00:00.000Z';
    const { appended, reading, entries, schedule, clock: after } = stop(clock(), at);
    expect(appended).toEqual([breached, { kind: 'stopped', at, ground: 'judicial' }]);
    expect(after.ledger.slice(1)).toEqual(appended);
    expect(reading).toMatchObject({ state: 'stopped', breachedAt: close('2026-11-26') });
    expect(entries).toEqual([{ level: 'L3', ladder: 'L-LEGAL@2' }]);
    expect(schedule).toEqual([]);
  });

  it.each([
    ['before the limit', clock(), '2026-11-25T02:00:00.000Z'],
    ['at the very instant of the limit', clock(), close('2026-11-26')],
    ['after a breach that a sweep has noted', clock(['L3'], breached), '2026-11-27T02:00:00.000Z'],
  ])('adds nothing of its own %s', (_when, it, at) => {
    const { appended, entries } = stop(it, at);
    expect(appended.map(({ kind }) => kind)).toEqual(['stopped']);
    expect(entries).toEqual([]);
  });
});
