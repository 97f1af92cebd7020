import type { Run } from '../run.js';
import { DayTimeDuration, NANOS, NANOS_OF_DAY, YearMonthDuration } from '../values/durations.js';
import { FeelDate } from '../values/feel-date.js';
import { FeelDateTime } from '../values/feel-date-time.js';
import { fromDecimalNanos } from '../values/feel-number.js';
import { FeelTime } from '../values/feel-time.js';
import { FeelContext, FeelRange, type FeelValue, isList } from '../values/feel-value.js';
import { offsetOf, timeOffsetOf } from '../values/instants.js';
import { zoneCost } from '../values/zone-cost.js';
import { weekdayOf } from '../values/calendar-days.js';

/** `value.name` (DMN 1.3 §10.3.2.5 and tables 64 and 65); of a list, that of each item. */
export const propertyOf = (value: FeelValue, name: string, run: Run): FeelValue => {
  run.spend(1);
  if (value === null) return null;
  if (value instanceof FeelContext) {
    return value.get(name) ?? run.warn('EXPRESSIONS.NO_ENTRY', `There is no entry "${name}".`);
  }
  if (isList(value)) {
    run.enter();
    const items = value.map((item) => propertyOf(item, name, run));
    run.leave();
    return items;
  }
  if (name === 'time offset') run.spend(zoneCost(value));
  const property = partOf(value, name);
  return property === undefined ? run.warn('EXPRESSIONS.NO_ENTRY', `The value has no "${name}".`) : property;
};

const partOf = (value: FeelValue, name: string): FeelValue | undefined => {
  if (value instanceof FeelDate) return partOfDate(value, name);
  if (value instanceof FeelTime) return partOfTime(value, name, timeOffsetOf);
  if (value instanceof FeelDateTime) {
    return partOfDate(value.date, name) ?? partOfTime(value.time, name, () => offsetOf(value));
  }
  if (value instanceof YearMonthDuration) {
    if (name === 'years') return Math.trunc(value.months / 12) + 0;
    return name === 'months' ? (value.months % 12) + 0 : undefined;
  }
  if (value instanceof DayTimeDuration) return partOfDuration(value.nanos, name);
  return value instanceof FeelRange ? partOfRange(value, name) : undefined;
};

const partOfDate = (date: FeelDate, name: string): FeelValue | undefined => {
  switch (name) {
    case 'year':
      return date.year;
    case 'month':
      return date.month;
    case 'day':
      return date.day;
    case 'weekday':
      return weekdayOf(date.dayNumber);
    default:
      return undefined;
  }
};

const partOfTime = (
  time: FeelTime,
  name: string,
  offset: (time: FeelTime) => number | null,
): FeelValue | undefined => {
  switch (name) {
    case 'hour':
      return time.hour;
    case 'minute':
      return time.minute;
    case 'second':
      return fromDecimalNanos(BigInt(time.second) * NANOS + BigInt(time.nanos));
    case 'time offset': {
      const seconds = offset(time);
      return seconds === null ? null : DayTimeDuration.ofSeconds(seconds);
    }
    case 'timezone':
      return time.zone?.kind === 'region' ? time.zone.id : null;
    default:
      return undefined;
  }
};

const partOfDuration = (nanos: bigint, name: string): FeelValue | undefined => {
  const hour = 3600n * NANOS;
  switch (name) {
    case 'days':
      return Number(nanos / NANOS_OF_DAY);
    case 'hours':
      return Number((nanos % NANOS_OF_DAY) / hour);
    case 'minutes':
      return Number((nanos % hour) / (60n * NANOS));
    case 'seconds':
      return fromDecimalNanos(nanos % (60n * NANOS));
    default:
      return undefined;
  }
};

const partOfRange = (range: FeelRange, name: string): FeelValue | undefined => {
  switch (name) {
    case 'start':
      return range.low;
    case 'end':
      return range.high;
    case 'start included':
      return range.lowIncluded;
    case 'end included':
      return range.highIncluded;
    default:
      return undefined;
  }
};
