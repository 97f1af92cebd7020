import type { LedgerEntry, WorkingCalendar } from '@lianban/calendar';
import type { BusinessRules } from './business-calendars.js';

/**
 * The calendar by which a ledger is read: what holds now while its clock is open, and the versions that its last count
 * names once it is closed, so that a file says for ever what was due when it was met.
 */
export const countedBy = (
  { calendarNamed }: Pick<BusinessRules, 'calendarNamed'>,
  ledger: readonly LedgerEntry[],
  current: WorkingCalendar,
): WorkingCalendar => {
  const closed = ledger.findLast(({ kind }) => CLOSING.has(kind) || kind === 'reopened');
  if (closed === undefined || closed.kind === 'reopened') return current;
  const named = ledger.findLast((entry) => 'calendar' in entry || COUNTED_ANEW.has(entry.kind));
  if (named === undefined || !('calendar' in named)) return current;
  return calendarNamed(named.calendar) ?? current;
};

const CLOSING: ReadonlySet<string> = new Set(['met', 'cancelled', 'closed']);

/** Counted by what held on that day, of which these entries do not say the version. */
const COUNTED_ANEW: ReadonlySet<string> = new Set(['resumed', 'reopened', 'redefined']);
