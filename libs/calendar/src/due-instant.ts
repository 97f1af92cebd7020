import { addMonths } from './civil-date.js';
import type { DueInstant, SkippedRun } from './derivation.js';
import { dueInHours } from './due-in-hours.js';
import type { Duration } from './duration.js';
import { closingTime, toLocalTime } from './local-time.js';
import type { Stop } from './stop.js';
import type { WorkingCalendar } from './working-calendar.js';

/** What becomes of a last day that is no working day: it rolls to the next one (Civil Code art. 203), or it stands. */
export type LastDay = 'rolls' | 'stands';

/**
 * When `duration` from `start` runs out. The day of the event is not counted (Civil Code art. 201); a deadline in days
 * ends with office hours of its last day; a last calendar day that is no working day rolls forward, unless its basis
 * lets it stand. Days of a stop, from the day after it began through the day it ended, do not count.
 */
export const dueInstant = (
  calendar: WorkingCalendar,
  start: string,
  duration: Duration,
  stops: readonly Stop[] = [],
  lastDay: LastDay = 'rolls',
): DueInstant => {
  if (duration.unit === 'hour' || duration.unit === 'working_hour')
    return dueInHours(calendar, start, duration, stops);
  const startDay = toLocalTime(calendar, start).day;
  const stopDays = stops.map(({ from, to, ground }) => ({
    from: toLocalTime(calendar, from).day,
    to: toLocalTime(calendar, to).day,
    ground,
  }));
  const skipped: SkippedRun[] = [];
  const makeUpDays: number[] = [];
  const skip = (day: number, why: 'off' | 'stop', ground?: string): void => {
    const last = skipped.at(-1);
    if (last && last.toDay === day - 1 && last.why === why && last.ground === ground)
      skipped[skipped.length - 1] = { ...last, toDay: day };
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
  const stands = lastDay === 'stands' && !calendar.isWorkingDay(day);
  const dueDay = stands ? day : calendar.rollForward(day);
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
      ...(stands ? { standsOnDayOff: true } : {}),
    },
  };
};
