import { type LedgerEntry, createCalendar } from '@lianban/calendar';
import { countedBy } from './counted-by.js';

const current = createCalendar([]);
const old = createCalendar([]);
const rules = { calendarNamed: (version: string) => (version === 'CN@1' ? old : undefined) };
const at = '2026-11-25T01:00:00.000Z';
const started = (calendar = 'CN@1'): LedgerEntry => ({ kind: 'started', at, milestone: 'm', calendar });
const met: LedgerEntry = { kind: 'met', at };

describe('the calendar of a ledger', () => {
  it.each([
    ['what holds now while it runs', [started()], current],
    ['that of its count once it is met', [started(), met], old],
    ['that of its last count', [started('CN@9'), { kind: 'recomputed', at, calendar: 'CN@1' }, met], old],
    ['what holds now where it runs again', [started(), met, { kind: 'reopened', at, ground: 'g' }], current],
    [
      'what holds now where it was counted after a stop',
      [started(), { kind: 'resumed', at, ground: 'g' }, met],
      current,
    ],
    ['what holds now where the versions are not known', [started('CN@7'), met], current],
  ] as readonly (readonly [string, readonly LedgerEntry[], typeof current])[])(
    'is %s',
    (_what, ledger, wanted) => {
      expect(countedBy(rules, ledger, current)).toBe(wanted);
    },
  );
});
