import { closingTime, openingTime, toInstant, toLocalTime } from './local-time.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Minutes of office hours between two instants, in order. */
export const workingMinutesBetween = (calendar: WorkingCalendar, from: string, to: string): number => {
  const start = toLocalTime(calendar, from);
  const end = toLocalTime(calendar, to);
  if (end.day < start.day || (end.day === start.day && end.minute <= start.minute)) return 0;
  if (start.day === end.day) return worked(calendar, start.day, start.minute, end.minute);
  const whole = calendar.workingDaysBetween(start.day, end.day - 1) * calendar.minutesADay;
  return (
    worked(calendar, start.day, start.minute, Infinity) + whole + worked(calendar, end.day, 0, end.minute)
  );
};

const worked = (calendar: WorkingCalendar, day: number, from: number, to: number): number =>
  calendar.isWorkingDay(day)
    ? calendar.officeSpans.reduce(
        (sum, [open, close]) => sum + Math.max(0, Math.min(close, to) - Math.max(open, from)),
        0,
      )
    : 0;

/** The instant by which `minutes` of office hours have passed since `from`. */
export const addWorkingMinutes = (calendar: WorkingCalendar, from: string, minutes: number): string => {
  let { day, minute } = toLocalTime(calendar, from);
  for (let left = minutes; ; day += 1, minute = 0) {
    if (!calendar.isWorkingDay(day)) continue;
    for (const [open, close] of calendar.officeSpans) {
      const begin = Math.max(open, minute);
      if (begin >= close) continue;
      if (left <= close - begin) return toInstant(calendar, { day, minute: begin + left });
      left -= close - begin;
    }
  }
};

/**
 * An instant so many working days from `at`. Whole days after `at` end with office hours ("+1": the close of the next
 * working day); whole days before it begin with them ("-2" of a Wednesday close: Tuesday's opening, two working days
 * left). Parts of a day are parts of its office hours.
 */
export const shiftWorkingDays = (calendar: WorkingCalendar, at: string, days: number): string => {
  if (days === 0) return at;
  const { day } = toLocalTime(calendar, at);
  if (days < 0)
    return openingTime(
      calendar,
      calendar.addWorkingDays(day, Math.ceil(days) + 1 > 0 ? 0 : Math.ceil(days) + 1),
    );
  const whole = Math.floor(days);
  const base = whole === 0 ? at : closingTime(calendar, calendar.addWorkingDays(day, whole));
  return days === whole ? base : addWorkingMinutes(calendar, base, (days - whole) * calendar.minutesADay);
};
