import { type WorkingCalendar, toCivilDate, toDayNumber, toInstant, toLocalTime } from '@lianban/calendar';

/** The month (YYYY-MM, local time) in which an instant lies. */
export const monthOf = (calendar: WorkingCalendar, instant: string): string =>
  toCivilDate(toLocalTime(calendar, instant).day).slice(0, 7);

/** The instant at which a month (YYYY-MM) begins, in local time. */
export const startOfMonth = (calendar: WorkingCalendar, month: string): string =>
  toInstant(calendar, { day: toDayNumber(`${month}-01`), minute: 0 });

/** The instant at which a month (YYYY-MM) is over: local midnight of the first day after it. */
export const endOfMonth = (calendar: WorkingCalendar, month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return startOfMonth(calendar, next);
};
