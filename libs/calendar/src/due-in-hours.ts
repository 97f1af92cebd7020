import type { DueInstant, SkippedRun } from './derivation.js';
import type { Duration } from './duration.js';
import { toLocalTime } from './local-time.js';
import type { Stop } from './stop.js';
import type { WorkingCalendar } from './working-calendar.js';
import { addWorkingMinutes, workingMinutesBetween } from './working-time.js';

const MINUTE_MS = 60_000;

/** How minutes pass: all of them, or those of office hours. */
interface Pace {
  readonly between: (from: string, to: string) => number;
  readonly after: (from: string, minutes: number) => string;
}

/** Hours run around the clock, holidays or not; working hours through office hours. Both to the minute, stops too. */
export const dueInHours = (
  calendar: WorkingCalendar,
  start: string,
  duration: Duration,
  stops: readonly Stop[],
): DueInstant => {
  const pace = duration.unit === 'hour' ? aroundTheClock : officeHours(calendar);
  const stopped: SkippedRun[] = [];
  let cursor = start;
  let left = duration.amount * 60;
  let at = pace.after(cursor, left);
  for (const { from, to, ground } of stops.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    // What overlaps an earlier stop has been left out with it; what began when the time was up left nothing out.
    if (Date.parse(to) <= Date.parse(cursor)) continue;
    if (Date.parse(from) >= Date.parse(at)) break;
    left -= pace.between(cursor, from);
    cursor = to;
    at = pace.after(cursor, left);
    const [first, last] = [from, to].map((instant) => toLocalTime(calendar, instant).day);
    if (first !== undefined && last !== undefined)
      stopped.push({ fromDay: first, toDay: last, why: 'stop', ground });
  }
  const startDay = toLocalTime(calendar, start).day;
  const dueDay = toLocalTime(calendar, at).day;
  const off: SkippedRun[] = [];
  const makeUpDays: number[] = [];
  let provisional = false;
  for (let day = startDay; duration.unit === 'working_hour' && day <= dueDay; day += 1) {
    provisional ||= calendar.isProvisional(day);
    const last = off.at(-1);
    if (calendar.exception(day) === 'make-up') makeUpDays.push(day);
    else if (calendar.exception(day) !== 'off') continue;
    else if (last?.toDay === day - 1) off[off.length - 1] = { ...last, toDay: day };
    else off.push({ fromDay: day, toDay: day, why: 'off' });
  }
  return {
    at,
    provisional,
    derivation: {
      startDay,
      dueDay,
      duration,
      skipped: [...off, ...stopped].toSorted((a, b) => a.fromDay - b.fromDay),
      makeUpDays,
    },
  };
};

const aroundTheClock: Pace = {
  between: (from, to) => Math.max(0, Date.parse(to) - Date.parse(from)) / MINUTE_MS,
  after: (from, minutes) => new Date(Math.round(Date.parse(from) + minutes * MINUTE_MS)).toISOString(),
};

const officeHours = (calendar: WorkingCalendar): Pace => ({
  between: (from, to) => workingMinutesBetween(calendar, from, to),
  after: (from, minutes) => addWorkingMinutes(calendar, from, minutes),
});
