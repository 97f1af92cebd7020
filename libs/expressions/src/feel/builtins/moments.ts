import type { Run } from '../run.js';
import { BOOLEAN, DATE, DATE_TIME, type FeelType, NUMBER, STRING } from '../types/feel-type.js';
import { dayNumber, weekdayOf } from '../values/calendar-days.js';
import { equal } from '../values/comparison.js';
import type { FeelDate } from '../values/feel-date.js';
import { FeelDateTime } from '../values/feel-date-time.js';
import { FeelTime } from '../values/feel-time.js';
import type { FeelValue } from '../values/feel-value.js';
import { sameZone } from '../values/zone.js';
import { any, date, dateTime, define, nullable, signature } from './define.js';

const ofDay = (name: string, result: FeelType, body: (day: FeelDate) => FeelValue) =>
  define(
    name,
    signature([date('date')], result, ([day]) => body(day)),
    signature([dateTime('date')], result, ([moment]) => body(moment.date)),
  );

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const dayOfYear = (day: FeelDate): number => day.dayNumber - dayNumber(day.year, 1, 1) + 1;

/** ISO 8601: a week belongs to the year in which its Thursday lies. */
const weekOfYear = (day: FeelDate): number => {
  const thursday = day.dayNumber - weekdayOf(day.dayNumber) + 4;
  const year =
    [day.year + 1, day.year, day.year - 1].find((one) => dayNumber(one, 1, 1) <= thursday) ?? day.year;
  return Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
};

const sameTime = (a: FeelTime, b: FeelTime): boolean =>
  a.secondOfDay === b.secondOfDay && a.nanos === b.nanos && sameZone(a.zone, b.zone);

/** The same element of the same domain: times also have to name their zone in the same way. */
const isSame = (a: FeelValue, b: FeelValue, run: Run): boolean => {
  if (a instanceof FeelTime && b instanceof FeelTime) return sameTime(a, b);
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) {
    return a.date.dayNumber === b.date.dayNumber && sameTime(a.time, b.time);
  }
  return equal(a, b, run) === true;
};

const missing = (run: Run): null =>
  run.warn('EXPRESSIONS.NO_CLOCK', 'The evaluation was not told what time it is.');

/** Functions of dates and times (DMN 1.3 tables 79 and 81). */
export const momentFunctions = [
  ofDay('day of year', NUMBER, dayOfYear),
  ofDay('day of week', STRING, (day) => DAYS[weekdayOf(day.dayNumber) - 1] ?? null),
  ofDay('month of year', STRING, (day) => MONTHS[day.month - 1] ?? null),
  ofDay('week of year', NUMBER, weekOfYear),
  define(
    'is',
    signature([nullable(any('value1')), nullable(any('value2'))], BOOLEAN, ([a, b], run) =>
      isSame(a, b, run),
    ),
  ),
  define(
    'now',
    signature([], DATE_TIME, (_, run) => run.now ?? missing(run)),
  ),
  define(
    'today',
    signature([], DATE, (_, run) => run.now?.date ?? missing(run)),
  ),
];
