import { addMonths } from './civil-date.js';
import type { Duration } from './duration.js';
import { closingTime, toLocalTime } from './local-time.js';
import type { WorkingCalendar } from './working-calendar.js';

const HOUR_MS = 3_600_000;

/** A time in which a clock did not run: from the day after `from` through the day of `to`. */
export interface Stop {
  readonly from: string;
  readonly to: string;
  readonly ground: string;
}

/** How a due instant came about, for the readable sum that a clerk can open and print. */
export interface Derivation {
  readonly startDay: number;
  readonly dueDay: number;
  readonly duration: Duration;
  /** Runs of days that were passed over, weekends left out. */
  readonly skipped: readonly {
    readonly fromDay: number;
    readonly toDay: number;
    readonly why: 'off' | 'stop';
    readonly ground?: string;
  }[];
  /** Make-up working days that were counted or that the limit ends on. */
  readonly makeUpDays: readonly number[];
  /** The last day was no working day and rolled forward (Civil Code art. 203). */
  readonly rolledFrom?: number;
  /** So many working days were left at least after a stop that ended on this day; that moved the last day. */
  readonly leastAfterStop?: { readonly day: number; readonly days: number };
}

export interface DueInstant {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Some day of the count lies in a year without an official notice. */
  readonly provisional: boolean;
  readonly derivation: Derivation;
}

/**
 * When `duration` from `start` runs out. The day of the event is not counted (Civil Code art. 201); a deadline in days
 * ends with office hours of its last day; a last calendar day that is no working day rolls forward (art. 203); hours
 * run around the clock. Days of a stop, from the day after it began through the day it ended, do not count.
 */
export const dueInstant = (
  calendar: WorkingCalendar,
  start: string,
  duration: Duration,
  stops: readonly Stop[] = [],
): DueInstant => {
  const startDay = toLocalTime(calendar, start).day;
  if (duration.unit === 'hour') {
    const at = Date.parse(start) + duration.amount * HOUR_MS + stoppedMs(start, stops);
    const instant = new Date(at).toISOString();
    const dueDay = toLocalTime(calendar, instant).day;
    return {
      at: instant,
      provisional: false,
      derivation: { startDay, dueDay, duration, skipped: [], makeUpDays: [] },
    };
  }
  const stopDays = stops.map(({ from, to, ground }) => ({
    from: toLocalTime(calendar, from).day,
    to: toLocalTime(calendar, to).day,
    ground,
  }));
  const skipped: { fromDay: number; toDay: number; why: 'off' | 'stop'; ground?: string }[] = [];
  const makeUpDays: number[] = [];
  const skip = (day: number, why: 'off' | 'stop', ground?: string): void => {
    const last = skipped.at(-1);
    if (last && last.toDay === day - 1 && last.why === why && last.ground === ground) last.toDay = day;
    else skipped.push({ fromDay: day, toDay: day, why, ...(ground === undefined ? {} : { ground }) });
  };
  let provisional = false;
  let day = startDay;
  let left = duration.unit === 'month' ? addMonths(startDay, duration.amount) - startDay : duration.amount;
  while (left > 0) {
    day += 1;
    provisional ||= calendar.isProvisional(day);
    const current = day;
    const stop = stopDays.find(({ from, to }) => current > from && current <= to);
    if (stop) {
      skip(day, 'stop', stop.ground);
      continue;
    }
    if (duration.unit === 'working_day') {
      const exception = calendar.exception(day);
      if (!calendar.isWorkingDay(day)) {
        if (exception === 'off') skip(day, 'off');
        continue;
      }
      if (exception === 'make-up') makeUpDays.push(day);
    }
    left -= 1;
  }
  const dueDay = calendar.rollForward(day);
  if (dueDay !== makeUpDays.at(-1) && calendar.exception(dueDay) === 'make-up') makeUpDays.push(dueDay);
  return {
    at: closingTime(calendar, dueDay),
    provisional: provisional || calendar.isProvisional(dueDay),
    derivation: {
      startDay,
      dueDay,
      duration,
      skipped,
      makeUpDays,
      ...(dueDay === day ? {} : { rolledFrom: day }),
    },
  };
};

const stoppedMs = (start: string, stops: readonly Stop[]): number =>
  stops.reduce(
    (sum, stop) =>
      sum + Math.max(0, Date.parse(stop.to) - Math.max(Date.parse(stop.from), Date.parse(start))),
    0,
  );
