import { type Derivation, type Stop, dueInstant } from './due-instant.js';
import type { Duration } from './duration.js';
import { closingTime, toLocalTime } from './local-time.js';
import type { WorkingCalendar } from './working-calendar.js';

/** What happened to a clock. Entries are only ever appended; the due instant is always computed from them. */
export type LedgerEntry =
  | {
      readonly kind: 'started';
      readonly at: string;
      readonly milestone: string;
      readonly calendar: string;
      /** Version of the ladder it climbs to its end: `L-STD@2`. */
      readonly ladder?: string;
    }
  | { readonly kind: 'stopped'; readonly at: string; readonly ground: string }
  | { readonly kind: 'resumed'; readonly at: string; readonly ground: string }
  /** Another version of a calendar holds, by which it is counted from now on; the old due instant is kept. */
  | {
      readonly kind: 'recomputed';
      readonly at: string;
      readonly calendar: string;
      /** The bulk operation that did it: an entry of its own once. */
      readonly operation?: string;
      readonly from?: string;
      readonly dueAt?: string;
      /** It was breached by the old date and is not by the new one. */
      readonly lifted?: boolean;
    }
  /** The due instant passed unmet: of a statutory period, or of a default of the house, which breaches no law. */
  | { readonly kind: 'breached' | 'late'; readonly at: string; readonly dueAt: string }
  | { readonly kind: 'met'; readonly at: string; readonly outcome?: string }
  | { readonly kind: 'cancelled'; readonly at: string; readonly why: string }
  /** Neither met nor breached: the case went back before the milestone it counted from. */
  | { readonly kind: 'closed'; readonly at: string; readonly ground: string }
  /** The completion that had met it was taken back. */
  | { readonly kind: 'reopened'; readonly at: string; readonly ground: string }
  /** The case came to another version of its process, whose terms count from now on for the whole ledger. */
  | {
      readonly kind: 'redefined';
      readonly at: string;
      readonly version: string;
      readonly dueAt?: string;
      /** The ladder it climbs from now on, where the new version of the process names another one. */
      readonly ladder?: string;
    };

/** How a clock is counted. */
export interface ClockTerms {
  readonly duration: Duration;
  /** Working days that must at least be left after a stop. */
  readonly leastAfterStop?: number;
}

export interface ClockReading {
  readonly state: 'running' | 'stopped' | 'met' | 'cancelled' | 'closed';
  readonly startedAt: string;
  /** Absent while stopped: nobody knows yet. */
  readonly dueAt?: string;
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
  const open = new Map<string, string>();
  const stops: Stop[] = [];
  let lastResume: string | undefined;
  let closed: { readonly state: 'met' | 'cancelled' | 'closed'; readonly at: string } | undefined;
  let breachedAt: string | undefined;
  for (const entry of ledger) {
    if (entry.kind === 'stopped' && !open.has(entry.ground)) open.set(entry.ground, entry.at);
    if (entry.kind === 'resumed') {
      const from = open.get(entry.ground);
      if (from === undefined) continue;
      open.delete(entry.ground);
      stops.push({ from, to: entry.at, ground: entry.ground });
      lastResume = entry.at;
    }
    if (entry.kind === 'met' || entry.kind === 'cancelled' || entry.kind === 'closed')
      closed = { state: entry.kind, at: entry.at };
    if (entry.kind === 'reopened') closed = undefined;
    if (entry.kind === 'breached' || entry.kind === 'late') breachedAt ??= entry.at;
    if (entry.kind === 'recomputed' && entry.lifted === true) breachedAt = undefined;
  }
  const common = { startedAt: first.at, ...(breachedAt === undefined ? {} : { breachedAt }) };
  const [stopped] = open;
  if (stopped && !closed) {
    return {
      ...common,
      state: 'stopped',
      provisional: false,
      stopGround: stopped[0],
      stoppedSince: stopped[1],
    };
  }
  const due = dueInstant(calendar, first.at, terms.duration, stops);
  const least =
    lastResume === undefined || terms.leastAfterStop === undefined
      ? undefined
      : leastDue(calendar, lastResume, terms.leastAfterStop);
  const moved = least !== undefined && least.at > due.at;
  return {
    ...common,
    state: closed?.state ?? 'running',
    dueAt: moved ? least.at : due.at,
    provisional: due.provisional || (moved && calendar.isProvisional(least.dueDay)),
    derivation: moved
      ? { ...due.derivation, dueDay: least.dueDay, makeUpDays: least.makeUpDays, leastAfterStop: least.after }
      : due.derivation,
    ...(closed ? { closedAt: closed.at } : {}),
  };
};

const leastDue = (calendar: WorkingCalendar, resumedAt: string, days: number) => {
  const { day } = toLocalTime(calendar, resumedAt);
  const dueDay = calendar.addWorkingDays(day, days);
  const makeUpDays = calendar.exception(dueDay) === 'make-up' ? [dueDay] : [];
  return { at: closingTime(calendar, dueDay), dueDay, makeUpDays, after: { day, days } };
};
