import { type LedgerEntry, type WorkingCalendar, readLedger } from '@lianban/calendar';
import { defect } from '@lianban/kernel';
import type { CaseClock, ClockChange } from './clock.js';
import { scheduleOf } from './clock-schedule.js';
import type { Ladder } from './ladder.js';
import { entriesOfOverrun, overrunOf } from './overrun.js';

/** A clock with one more entry in its ledger, and what it will do from now on. The entry is the last one appended. */
export const withEntry = (
  clock: CaseClock,
  entry: LedgerEntry,
  calendar: WorkingCalendar,
  ladder: Ladder | undefined,
): ClockChange => {
  const { definition, fired } = clock;
  const { at: now } = entry;
  const overrun = overrunOf(clock, calendar, now);
  const appended = overrun ? [overrun, entry] : [entry];
  const ledger = [...clock.ledger, ...appended];
  const reading = readLedger(ledger, definition, calendar);
  if (!reading) throw defect('CLOCKS.NEVER_STARTED', 'The ledger does not begin with a start.');
  const { dueAt, startedAt, state } = reading;
  const runs = state === 'running' && dueAt !== undefined;
  return {
    clock: { ...clock, ledger },
    isNew: false,
    isRetired: false,
    entries: entriesOfOverrun(clock, reading, appended, { calendar, ladder, now }),
    appended,
    reading,
    schedule: runs ? scheduleOf(definition, ladder, startedAt, dueAt, calendar, new Set(fired)) : [],
  };
};
