import type { Run } from '../run.js';
import { DayTimeDuration, NANOS, YearMonthDuration } from './durations.js';
import { FeelContext, FeelRange, type FeelValue, isList } from './feel-value.js';
import { FeelDate } from './feel-date.js';
import { FeelDateTime } from './feel-date-time.js';
import { isNumber, toDecimal } from './feel-number.js';
import { FeelTime } from './feel-time.js';
import { zoneCost } from './zone-cost.js';
import { instantNanos, timeNanos, timeOffsetOf } from './instants.js';

/** Equality of FEEL (DMN 1.3 table 53): null where the two are of different kinds and can't be equal or unequal. */
export const equal = (a: FeelValue, b: FeelValue, run: Run): boolean | null => {
  run.spend(1);
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === 'boolean') return typeof b === 'boolean' ? false : null;
  if (typeof a === 'string') {
    if (typeof b !== 'string') return null;
    run.spendText(Math.min(a.length, b.length));
    return false;
  }
  if (isList(a)) return isList(b) ? equalLists(a, b, run) : null;
  if (a instanceof FeelContext) return b instanceof FeelContext ? equalContexts(a, b, run) : null;
  if (a instanceof FeelRange) return b instanceof FeelRange ? equalRanges(a, b, run) : null;
  if (zoneOnOneSideOnly(a, b)) return false;
  const order = compare(a, b, run);
  return order === null ? null : order === 0;
};

/** Two moments of one kind, of which nobody knows the order: they are not the same all the same. */
const zoneOnOneSideOnly = (a: FeelValue, b: FeelValue): boolean => {
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) return zoneOnOneSideOnly(a.time, b.time);
  return a instanceof FeelTime && b instanceof FeelTime && (a.zone === null) !== (b.zone === null);
};

const equalLists = (a: readonly FeelValue[], b: readonly FeelValue[], run: Run): boolean => {
  if (a.length !== b.length) return false;
  run.enter();
  const result = a.every((item, index) => equal(item, b[index] ?? null, run) === true);
  run.leave();
  return result;
};

const equalContexts = (a: FeelContext, b: FeelContext, run: Run): boolean => {
  if (a.size !== b.size) return false;
  run.enter();
  let result = true;
  for (const key of a.keys()) {
    const other = b.get(key);
    result = other !== undefined && equal(a.get(key) ?? null, other, run) === true;
    if (!result) break;
  }
  run.leave();
  return result;
};

const equalRanges = (a: FeelRange, b: FeelRange, run: Run): boolean =>
  a.lowIncluded === b.lowIncluded &&
  a.highIncluded === b.highIncluded &&
  equal(a.low, b.low, run) === true &&
  equal(a.high, b.high, run) === true;

/**
 * The order of two values of one ordered kind: negative, 0 or positive (DMN 1.3 table 54); null for all others. Times
 * are compared to the millisecond, as the public suite has it; `is` tells finer ones apart.
 */
export const compare = (a: FeelValue, b: FeelValue, run: Run): number | null => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isNumber(a)) return isNumber(b) ? toDecimal(a).comparedTo(toDecimal(b)) : null;
  if (typeof a === 'string') {
    if (typeof b !== 'string') return null;
    run.spendText(Math.min(a.length, b.length));
    return compareText(a, b);
  }
  if (a instanceof FeelDate) {
    return b instanceof FeelDate ? a.dayNumber - b.dayNumber : null;
  }
  run.spend(2 + zoneCost(a) + zoneCost(b));
  if (a instanceof FeelDateTime) return b instanceof FeelDateTime ? compareDateTimes(a, b) : null;
  if (a instanceof FeelTime) return b instanceof FeelTime ? compareTimes(a, b) : null;
  if (a instanceof YearMonthDuration) return b instanceof YearMonthDuration ? a.months - b.months : null;
  if (a instanceof DayTimeDuration) return b instanceof DayTimeDuration ? sign(a.nanos - b.nanos) : null;
  return null;
};

const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);

const MILLIS = 1_000_000n;
const wholeMillis = (nanos: bigint): bigint => (nanos - (((nanos % MILLIS) + MILLIS) % MILLIS)) / MILLIS;

/** One with and one without a zone have no order: nobody knows where the second is meant. */
const compareDateTimes = (a: FeelDateTime, b: FeelDateTime): number | null => {
  if ((a.time.zone === null) !== (b.time.zone === null)) return null;
  return sign(wholeMillis(instantNanos(a)) - wholeMillis(instantNanos(b)));
};

const compareTimes = (a: FeelTime, b: FeelTime): number | null => {
  if ((a.zone === null) !== (b.zone === null)) return null;
  const utc = (time: FeelTime): bigint => timeNanos(time) - BigInt(timeOffsetOf(time) ?? 0) * NANOS;
  return sign(wholeMillis(utc(a)) - wholeMillis(utc(b)));
};

/** By code points: JavaScript compares UTF-16 units, which puts an emoji before `ﬀ`. */
const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
};

/** Surrogates stand for code points above all others. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
