import { type LedgerEntry, type WorkingCalendar, readLedger } from '@lianban/calendar';
import { defect } from '@lianban/kernel';
import type { CaseClock, ClockChange } from './clock.js';
import { scheduleOf } from './clock-schedule.js';
import type { Ladder } from './ladder.js';

/** A clock with one more entry in its ledger, and what it will do from now on. */
export const withEntry = (
  clock: CaseClock,
  entry: LedgerEntry,
  calendar: WorkingCalendar,
  ladder: Ladder | undefined,
): ClockChange => {
  const { definition, fired } = clock;
  const ledger = [...clock.ledger, entry];
  const reading = readLedger(ledger, definition, calendar);
  if (!reading) throw defect('CLOCKS.NEVER_STARTED', 'The ledger does not begin with a start.');
  const { dueAt, startedAt, state } = reading;
  const runs = state === 'running' && dueAt !== undefined;
  return {
    clock: { ...clock, ledger },
    isNew: false,
    isRetired: false,
    entries: [],
    appended: [entry],
    reading,
    schedule: runs ? scheduleOf(definition, ladder, startedAt, dueAt, calendar, new Set(fired)) : [],
  };
};
