import { type ClockReading, type LedgerEntry, type WorkingCalendar, readLedger } from '@lianban/calendar';
import type { CaseClock } from './clock.js';
import { type ScheduledAct, scheduleOf } from './clock-schedule.js';
import type { Ladder } from './ladder.js';
import { type Overrun, overrunOf } from './overrun.js';

export interface Recount {
  /** How it was counted until now, and how it is from now on. */
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly ladder: Ladder | undefined;
  readonly now: string;
  /** Recounts once: a clock that has an entry of this operation is left alone. */
  readonly operation: string;
}

export interface RecountedClock {
  /** To enter first: by the old date the limit had run out, and no sweep had come by. */
  readonly overrun?: Overrun;
  /** Absent where the due instant stays and only reminders move. */
  readonly entry?: Extract<LedgerEntry, { kind: 'recomputed' }>;
  readonly reading: ClockReading & { readonly dueAt: string };
  readonly from: { readonly at: string; readonly provisional: boolean };
  readonly mark: 'none' | 'due-soon' | 'overdue';
  readonly schedule: readonly ScheduledAct[];
  /** Overdue by the one date and not by the other. */
  readonly turns?: 'overdue' | 'in-time';
}

/**
 * A running clock by another version of its calendar. Rungs that fired and breaches that were entered stay in the
 * file: a rung fires once in the life of its clock, and a breach that the new date lifts is lifted by an entry of its own.
 * Undefined where nothing moves.
 */
export const recountClock = (
  clock: CaseClock,
  { before, after, ladder, now, operation }: Recount,
): RecountedClock | undefined => {
  const { definition, ledger, fired } = clock;
  if (before === after || ledger.some((entry) => 'operation' in entry && entry.operation === operation))
    return undefined;
  const old = readLedger(ledger, definition, before);
  const reading = readLedger(ledger, definition, after);
  if (old?.dueAt === undefined || reading?.state !== 'running' || reading.dueAt === undefined)
    return undefined;
  const { dueAt, startedAt } = reading;
  const plan = (due: string, calendar: WorkingCalendar): readonly ScheduledAct[] =>
    scheduleOf(definition, ladder, startedAt, due, calendar, new Set(fired));
  const moved = old.dueAt !== dueAt || old.provisional !== reading.provisional;
  const acts = plan(dueAt, after);
  if (!moved && sameActs(acts, plan(old.dueAt, before))) return undefined;
  const overrun = moved ? overrunOf(clock, before, now) : undefined;
  const isBreached = old.breachedAt !== undefined || overrun !== undefined;
  const lifted = isBreached && dueAt > now;
  const turns =
    old.dueAt <= now && dueAt > now ? 'in-time' : old.dueAt > now && dueAt <= now ? 'overdue' : undefined;
  const soon = acts.some((act) => act.kind === 'mark' && act.mark === 'due-soon' && act.at <= now);
  return {
    ...(overrun ? { overrun } : {}),
    ...(moved
      ? {
          entry: {
            kind: 'recomputed',
            at: now,
            calendar: after.version,
            operation,
            from: old.dueAt,
            dueAt,
            ...(lifted ? { lifted } : {}),
          } as const,
        }
      : {}),
    reading: { ...reading, dueAt },
    from: { at: old.dueAt, provisional: old.provisional },
    mark: dueAt <= now ? 'overdue' : soon ? 'due-soon' : 'none',
    // What its mark says already is not to be done once more; a breach that was never entered is.
    schedule: acts.filter(
      (act) => act.kind === 'rung' || act.at > now || (act.mark === 'overdue' && !isBreached),
    ),
    ...(turns === undefined ? {} : { turns }),
  };
};

const sameActs = (some: readonly ScheduledAct[], others: readonly ScheduledAct[]): boolean =>
  some.length === others.length && some.every(({ at }, index) => others[index]?.at === at);
