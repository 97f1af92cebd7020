import type { Derivation, DueInstant } from './derivation.js';
import { type LastDay, dueInstant } from './due-instant.js';
import type { Duration } from './duration.js';
import type { LedgerEntry } from './ledger-entry.js';
import { closingTime, toLocalTime } from './local-time.js';
import type { Stop } from './stop.js';
import { Stops } from './stops.js';
import type { WorkingCalendar } from './working-calendar.js';

/** How a clock is counted. */
export interface ClockTerms {
  readonly duration: Duration;
  /** Working days that must at least be left after a stop. */
  readonly leastAfterStop?: number;
  /** Absent: a last day that is no working day rolls forward. */
  readonly lastDay?: LastDay;
}

export interface ClockReading {
  readonly state: 'running' | 'stopped' | 'met' | 'cancelled' | 'closed';
  readonly startedAt: string;
  /** Absent while stopped: nobody knows yet. */
  readonly dueAt?: string;
  /** When it would have run out without its extension. */
  readonly originalDueAt?: string;
  readonly provisional: boolean;
  readonly derivation?: Derivation;
  readonly stoppedSince?: string;
  readonly stopGround?: string;
  /** When the due instant passed unmet; whether that breached a law is said by the entry. */
  readonly breachedAt?: string;
  readonly closedAt?: string;
}

/** Reads a ledger from its first entry to its last. The same entries and calendar give the same reading, always. */
export const readLedger = (
  ledger: readonly LedgerEntry[],
  terms: ClockTerms,
  calendar: WorkingCalendar,
): ClockReading | undefined => {
  const [first] = ledger;
  if (first?.kind !== 'started') return undefined;
  const still = new Stops();
  const extensions: Extended[] = [];
  let lastResume: string | undefined;
  let closed: { readonly state: 'met' | 'cancelled' | 'closed'; readonly at: string } | undefined;
  let breachedAt: string | undefined;
  for (const entry of ledger) {
    lastResume = still.note(entry)?.to ?? lastResume;
    if (entry.kind === 'extended') {
      extensions.push({ by: entry.by, basis: entry.basis, resumedBefore: lastResume });
      lastResume = undefined;
    }
    if (entry.kind === 'met' || entry.kind === 'cancelled' || entry.kind === 'closed')
      closed = { state: entry.kind, at: entry.at };
    if (entry.kind === 'reopened') closed = undefined;
    if (entry.kind === 'breached' || entry.kind === 'late') breachedAt ??= entry.at;
    if (entry.kind === 'recomputed' && entry.lifted === true) breachedAt = undefined;
  }
  const common = { startedAt: first.at, ...(breachedAt === undefined ? {} : { breachedAt }) };
  const [stopped] = still.open;
  if (stopped && !closed) {
    return {
      ...common,
      state: 'stopped',
      provisional: false,
      stopGround: stopped[0],
      stoppedSince: stopped[1],
    };
  }
  const { ended: stops } = still;
  const count = { terms, calendar, stops };
  // What a stop must leave is left before the next extension is counted.
  const lastStopBefore = (leg: number): string | undefined =>
    leg < extensions.length ? extensions[leg]?.resumedBefore : lastResume;
  const plain = dueInstant(calendar, first.at, terms.duration, stops, terms.lastDay);
  const original = leave(count, plain, lastStopBefore(0));
  const due = extensions.reduce(
    (before, extension, leg) => leave(count, extend(count, before, extension), lastStopBefore(leg + 1)),
    original,
  );
  return {
    ...common,
    state: closed?.state ?? 'running',
    dueAt: due.at,
    ...(extensions.length === 0 ? {} : { originalDueAt: original.at }),
    provisional: due.provisional,
    derivation: due.derivation,
    ...(closed ? { closedAt: closed.at } : {}),
  };
};

interface Extended {
  readonly by: Duration;
  readonly basis: string;
  /** End of the last stop before it, and after the extension before it. */
  readonly resumedBefore: string | undefined;
}

interface Count {
  readonly terms: ClockTerms;
  readonly calendar: WorkingCalendar;
  readonly stops: readonly Stop[];
}

const extend = (
  { calendar, stops, terms }: Count,
  before: DueInstant,
  { by, basis }: Extended,
): DueInstant => {
  const longer = dueInstant(calendar, before.at, by, stops, terms.lastDay);
  const { skipped, makeUpDays, startDay, ...rest } = longer.derivation;
  return {
    at: longer.at,
    provisional: before.provisional || longer.provisional,
    derivation: {
      ...rest,
      startDay: before.derivation.startDay,
      duration: before.derivation.duration,
      skipped: [...before.derivation.skipped, ...skipped],
      makeUpDays: [...before.derivation.makeUpDays, ...makeUpDays],
      extended: { fromDay: startDay, by, basis },
    },
  };
};

/** At least so many working days after the last stop as the terms say. */
const leave = ({ calendar, terms }: Count, due: DueInstant, after: string | undefined): DueInstant => {
  const days = terms.leastAfterStop;
  if (after === undefined || days === undefined) return due;
  const { day } = toLocalTime(calendar, after);
  const dueDay = calendar.addWorkingDays(day, days);
  const at = closingTime(calendar, dueDay);
  if (at <= due.at) return due;
  const makeUpDays = calendar.exception(dueDay) === 'make-up' ? [dueDay] : [];
  return {
    at,
    provisional: due.provisional || calendar.isProvisional(dueDay),
    derivation: { ...due.derivation, dueDay, makeUpDays, leastAfterStop: { day, days } },
  };
};
