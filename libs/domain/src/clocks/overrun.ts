import { type ClockReading, type LedgerEntry, type WorkingCalendar, readLedger } from '@lianban/calendar';
import type { CaseClock, ClockChange } from './clock.js';
import { type Ladder, rungInstants } from './ladder.js';
import { nameOfLadder } from './ladder-book.js';
import { latenessOf } from './lateness.js';

/** An entry that says that a limit ran out unmet: 违反法定时限 or 逾期. */
export type Overrun = Extract<LedgerEntry, { readonly kind: 'breached' | 'late' }>;

/**
 * The limit has run out and no sweep has come by since: whatever happens to the clock now, that has happened first.
 * Undefined where the limit is still to come, or its end is in the ledger already.
 */
export const overrunOf = (
  { definition, ledger }: Pick<CaseClock, 'definition' | 'ledger'>,
  calendar: WorkingCalendar,
  now: string,
): Overrun | undefined => {
  const reading = readLedger(ledger, definition, calendar);
  if (reading?.state !== 'running' || reading.dueAt === undefined || reading.breachedAt !== undefined)
    return undefined;
  const { dueAt } = reading;
  return dueAt < now ? { kind: latenessOf(definition.kind), at: dueAt, dueAt } : undefined;
};

/**
 * Levels whose entry into the accountability ledger (追责台账) was due with the overrun and that no sweep made. Where the
 * clock stands still or is closed from now on, no sweep ever will.
 */
export const entriesOfOverrun = (
  { fired }: CaseClock,
  { startedAt, breachedAt }: ClockReading,
  appended: readonly LedgerEntry[],
  { calendar, ladder, now }: Counting,
): ClockChange['entries'] => {
  if (!ladder || breachedAt === undefined || !appended.some(isOverrun)) return [];
  return rungInstants(ladder, startedAt, breachedAt, calendar).flatMap(({ rung, at }) =>
    at <= now && !fired.includes(rung.level) && rung.acts.some(({ kind }) => kind === 'ledger-entry')
      ? [{ level: rung.level, ladder: nameOfLadder(ladder) }]
      : [],
  );
};

interface Counting {
  readonly calendar: WorkingCalendar;
  readonly ladder: Ladder | undefined;
  readonly now: string;
}

const isOverrun = (entry: LedgerEntry): entry is Overrun =>
  entry.kind === 'breached' || entry.kind === 'late';
