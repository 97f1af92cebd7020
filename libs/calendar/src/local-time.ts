import type { WorkingCalendar } from './working-calendar.js';

const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;

/** An instant as people at the place read it: the day and the minutes since midnight (with fractions). */
export interface LocalTime {
  readonly day: number;
  readonly minute: number;
}

export const toLocalTime = (calendar: WorkingCalendar, instant: string): LocalTime => {
  const total = Date.parse(instant) / MINUTE_MS + calendar.offsetMinutes;
  const day = Math.floor(total / DAY_MINUTES);
  return { day, minute: total - day * DAY_MINUTES };
};

/** ISO 8601 in UTC, as the database returns instants. */
export const toInstant = (calendar: WorkingCalendar, { day, minute }: LocalTime): string =>
  new Date(Math.round((day * DAY_MINUTES + minute - calendar.offsetMinutes) * MINUTE_MS)).toISOString();

/** The end of office hours of a day: when a deadline counted in days runs out. */
export const closingTime = (calendar: WorkingCalendar, day: number): string =>
  toInstant(calendar, { day, minute: calendar.officeSpans.at(-1)?.[1] ?? DAY_MINUTES });

export const openingTime = (calendar: WorkingCalendar, day: number): string =>
  toInstant(calendar, { day, minute: calendar.officeSpans[0]?.[0] ?? 0 });
