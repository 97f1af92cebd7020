import type { Run } from '../run.js';
import { DayTimeDuration, MAX_NANOS, NANOS, NANOS_OF_DAY, YearMonthDuration } from '../values/durations.js';
import { daysOfMonth } from '../values/calendar-days.js';
import { FeelDate } from '../values/feel-date.js';
import { FeelDateTime } from '../values/feel-date-time.js';
import { type FeelNumber, isNumber, normal, toDecimal, Decimal } from '../values/feel-number.js';
import { FeelTime } from '../values/feel-time.js';
import type { FeelDuration, FeelValue } from '../values/feel-value.js';
import { zoneCost } from '../values/zone-cost.js';
import {
  atMidnightUtc,
  dateOfDayNumber,
  dateTimeOfInstantNanos,
  instantNanos,
  offsetOf,
  timeNanos,
  timeOffsetOf,
  timeOfNanos,
} from '../values/instants.js';

// DMN 1.3 §10.3.2.3.5 and tables 57 to 60. Undefined: the operands do not go together, or the result is out of range.

const isDuration = (value: FeelValue): value is FeelDuration =>
  value instanceof YearMonthDuration || value instanceof DayTimeDuration;

export const addTemporal = (a: FeelValue, b: FeelValue, run: Run): FeelValue | undefined => {
  run.spend(30 + zoneCost(a) + zoneCost(b));
  if (a instanceof YearMonthDuration && b instanceof YearMonthDuration) return months(a.months + b.months);
  if (a instanceof DayTimeDuration && b instanceof DayTimeDuration) return nanos(a.nanos + b.nanos);
  if (isDuration(b)) return moved(a, b);
  return isDuration(a) ? moved(b, a) : undefined;
};

export const subtractTemporal = (a: FeelValue, b: FeelValue, run: Run): FeelValue | undefined => {
  run.spend(30 + zoneCost(a) + zoneCost(b));
  if (a instanceof YearMonthDuration && b instanceof YearMonthDuration) return months(a.months - b.months);
  if (a instanceof DayTimeDuration && b instanceof DayTimeDuration) return nanos(a.nanos - b.nanos);
  if (isDuration(b)) return moved(a, opposite(b));
  if (a instanceof FeelTime && b instanceof FeelTime) return timesBetween(a, b);
  return momentsBetween(a, b);
};

const moved = (moment: FeelValue, by: FeelDuration): FeelValue | undefined => {
  if (by instanceof YearMonthDuration) {
    if (moment instanceof FeelDate) return movedByMonths(moment, by.months);
    if (!(moment instanceof FeelDateTime)) return undefined;
    const date = movedByMonths(moment.date, by.months);
    return date && new FeelDateTime(date, moment.time);
  }
  if (moment instanceof FeelDate) {
    // The day on which the moment after the duration falls, counted from midnight.
    return dateOfDayNumber(moment.dayNumber + Number(floorDivide(by.nanos, NANOS_OF_DAY)));
  }
  if (moment instanceof FeelDateTime) {
    return dateTimeOfInstantNanos(instantNanos(moment) + by.nanos, moment.time.zone);
  }
  if (!(moment instanceof FeelTime)) return undefined;
  const ofDay = (((timeNanos(moment) + by.nanos) % NANOS_OF_DAY) + NANOS_OF_DAY) % NANOS_OF_DAY;
  return timeOfNanos(ofDay, moment.zone);
};

const floorDivide = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;

/** The last day of a month where the day does not exist there. */
const movedByMonths = (date: FeelDate, by: number): FeelDate | undefined => {
  const total = date.year * 12 + date.month - 1 + by;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return FeelDate.of(year, month, Math.min(date.day, daysOfMonth(year, month)));
};

/** Undefined where only one of them has a zone: nobody knows how far they are apart. */
const timesBetween = (a: FeelTime, b: FeelTime): DayTimeDuration | undefined => {
  const [x, y] = [timeOffsetOf(a), timeOffsetOf(b)];
  if ((x === null) !== (y === null)) return undefined;
  return new DayTimeDuration(timeNanos(a) - timeNanos(b) - BigInt((x ?? 0) - (y ?? 0)) * NANOS);
};

const momentsBetween = (a: FeelValue, b: FeelValue): FeelValue | undefined => {
  const [x, y] = [asMoment(a), asMoment(b)];
  if (!x || !y || (offsetOf(x) === null) !== (offsetOf(y) === null)) return undefined;
  return new DayTimeDuration(instantNanos(x) - instantNanos(y));
};

const asMoment = (value: FeelValue): FeelDateTime | undefined => {
  if (value instanceof FeelDateTime) return value;
  return value instanceof FeelDate ? atMidnightUtc(value) : undefined;
};

export const multiplyTemporal = (a: FeelValue, b: FeelValue, run: Run): FeelValue | undefined => {
  run.spend(60);
  if (isDuration(a) && isNumber(b)) return times(a, b);
  return isNumber(a) && isDuration(b) ? times(b, a) : undefined;
};

const times = (duration: FeelDuration, factor: FeelNumber): FeelValue | undefined =>
  duration instanceof YearMonthDuration
    ? months(Number(toDecimal(duration.months).times(toDecimal(factor)).trunc().toString()))
    : scaled(new Decimal(duration.nanos.toString()).times(toDecimal(factor)));

export const divideTemporal = (a: FeelValue, b: FeelValue, run: Run): FeelValue | undefined => {
  run.spend(60);
  if (a instanceof YearMonthDuration) {
    if (b instanceof YearMonthDuration) return ratio(new Decimal(a.months), new Decimal(b.months));
    if (!isNumber(b) || b === 0) return undefined;
    return months(Number(toDecimal(a.months).div(toDecimal(b)).trunc().toString()));
  }
  if (!(a instanceof DayTimeDuration)) return undefined;
  if (b instanceof DayTimeDuration)
    return ratio(new Decimal(a.nanos.toString()), new Decimal(b.nanos.toString()));
  return isNumber(b) && b !== 0 ? scaled(new Decimal(a.nanos.toString()).div(toDecimal(b))) : undefined;
};

const ratio = (a: InstanceType<typeof Decimal>, b: InstanceType<typeof Decimal>): FeelNumber | undefined =>
  b.isZero() ? undefined : (normal(a.div(b)) ?? undefined);

const scaled = (value: InstanceType<typeof Decimal>): DayTimeDuration | undefined =>
  value.abs().greaterThan(LARGEST) ? undefined : nanos(BigInt(value.trunc().toFixed()));

const LARGEST = new Decimal(MAX_NANOS.toString());

export const negateDuration = (value: FeelValue): FeelValue | undefined =>
  isDuration(value) ? opposite(value) : undefined;

const opposite = (value: FeelDuration): FeelDuration =>
  value instanceof YearMonthDuration
    ? new YearMonthDuration(0 - value.months)
    : new DayTimeDuration(-value.nanos);

const months = (value: number): YearMonthDuration | undefined =>
  Number.isSafeInteger(value) ? new YearMonthDuration(value + 0) : undefined;

const nanos = (value: bigint): DayTimeDuration | undefined =>
  value > MAX_NANOS || value < -MAX_NANOS ? undefined : new DayTimeDuration(value);
