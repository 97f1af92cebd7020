import type { Run } from '../run.js';
import {
  BOOLEAN,
  DATE,
  DATE_TIME,
  DAY_TIME_DURATION,
  NUMBER,
  STRING,
  TIME,
  YEAR_MONTH_DURATION,
  ANY,
} from '../types/feel-type.js';
import { type DayTimeDuration, NANOS, YearMonthDuration } from '../values/durations.js';
import { FeelDate } from '../values/feel-date.js';
import { FeelDateTime } from '../values/feel-date-time.js';
import { type FeelNumber, Decimal, numberOf, toDecimal } from '../values/feel-number.js';
import { FeelTime } from '../values/feel-time.js';
import type { FeelValue } from '../values/feel-value.js';
import { atMidnightUtc } from '../values/instants.js';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../values/temporal-parsing.js';
import { valueText } from '../values/value-text.js';
import { isZoneId } from '../values/zone-offsets.js';
import { MAX_OFFSET_SECONDS, UTC, type Zone } from '../values/zone.js';
import {
  any,
  date,
  dateTime,
  dayTime,
  define,
  nullable,
  num,
  optional,
  refuse,
  signature,
  text,
  time,
} from './define.js';
import { wholeOf } from './whole-numbers.js';

/** Reading a text with a regular expression, in operations. */
const TEMPORAL = 30;

const parsed =
  (name: string, parse: (value: string) => FeelValue | undefined) =>
  ([value]: readonly [string], run: Run): FeelValue => {
    run.spend(TEMPORAL);
    return parse(value) ?? refuse(run, `${name}() cannot read "${value.slice(0, 60)}".`);
  };

const dateOf = (year: FeelNumber, month: FeelNumber, day: FeelNumber): FeelDate | undefined => {
  const [y, m, d] = [wholeOf(year), wholeOf(month), wholeOf(day)];
  return y === null || m === null || d === null ? undefined : FeelDate.of(y, m, d);
};

/** Seconds may have a fraction. */
const timeOf = (
  hour: FeelNumber,
  minute: FeelNumber,
  second: FeelNumber,
  zone: Zone | null | undefined,
): FeelTime | undefined => {
  const [h, m, s] = [wholeOf(hour), wholeOf(minute), wholeOf(second)];
  if (h === null || m === null || s === null || zone === undefined) return undefined;
  const nanos = toDecimal(second).minus(s).times(new Decimal(NANOS.toString())).trunc().toNumber();
  return nanos < 0 ? undefined : FeelTime.of(h, m, s, nanos, zone);
};

const zoneOfOffset = (offset: DayTimeDuration | null): Zone | null | undefined => {
  if (offset === null) return null;
  const seconds = Number(offset.nanos / NANOS);
  if (Math.abs(seconds) > MAX_OFFSET_SECONDS) return undefined;
  return seconds === 0 ? UTC : { kind: 'offset', seconds };
};

const SEPARATORS: ReadonlySet<string> = new Set([' ', ',', '.']);

const numberFrom = (from: string, grouping: string | null, decimal: string | null, run: Run): FeelValue => {
  run.spendText(from.length);
  if (grouping !== null && !SEPARATORS.has(grouping))
    return refuse(run, 'Groups are separated by " ", "," or ".".');
  if (decimal !== null && decimal !== '.' && decimal !== ',')
    return refuse(run, 'The decimal sign is "." or ",".');
  const sign = decimal ?? '.';
  if (grouping === sign) return refuse(run, 'Groups and decimals need different signs.');
  const plain = grouping === null ? from : from.replaceAll(grouping, '');
  // With a comma as its sign a point is no part of the number.
  const numeral = sign === '.' ? plain : plain.includes('.') ? '' : plain.replace(sign, '.');
  return numberOf(numeral) ?? refuse(run, `number() cannot read "${from.slice(0, 60)}".`);
};

/** Whole months between two days; the days decide about the last one, times do not. */
const monthsBetween = (from: FeelDate, to: FeelDate): YearMonthDuration => {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return new YearMonthDuration(months - 1);
  return new YearMonthDuration(months < 0 && to.day > from.day ? months + 1 : months);
};

const dayOf = (value: FeelDate | FeelDateTime): FeelDate =>
  value instanceof FeelDateTime ? value.date : value;

const moment = (day: FeelDate | undefined, at: FeelTime | undefined, run: Run): FeelValue =>
  day && at ? new FeelDateTime(day, at) : refuse(run, 'There is no such date and time.');

const dayParameters = [num('year'), num('month'), num('day')] as const;
const clockParameters = [num('hour'), num('minute'), num('second')] as const;

/** Conversions (DMN 1.3 table 71, and those that 1.4 added). */
export const conversionFunctions = [
  define(
    'date',
    signature([text('from')], DATE, parsed('date', parseDate)),
    signature([date('from')], DATE, ([from]) => from),
    signature([dateTime('from')], DATE, ([from]) => from.date),
    signature(
      dayParameters,
      DATE,
      ([year, month, day], run) => dateOf(year, month, day) ?? refuse(run, 'There is no such date.'),
    ),
  ),
  define(
    'date and time',
    signature([text('from')], DATE_TIME, parsed('date and time', parseDateTime)),
    signature([dateTime('from')], DATE_TIME, ([from]) => from),
    signature([date('from')], DATE_TIME, ([from]) => atMidnightUtc(from)),
    signature([date('date'), time('time')], DATE_TIME, ([day, at]) => new FeelDateTime(day, at)),
    signature([dateTime('date'), time('time')], DATE_TIME, ([day, at]) => new FeelDateTime(day.date, at)),
    signature(
      [...dayParameters, ...clockParameters, optional(dayTime('offset'))],
      DATE_TIME,
      ([year, month, day, hour, minute, second, offset], run) =>
        moment(dateOf(year, month, day), timeOf(hour, minute, second, zoneOfOffset(offset)), run),
    ),
    signature(
      [...dayParameters, ...clockParameters, text('timezone')],
      DATE_TIME,
      ([year, month, day, hour, minute, second, id], run) => {
        const zone: Zone | undefined = isZoneId(id) ? { kind: 'region', id } : undefined;
        return moment(dateOf(year, month, day), timeOf(hour, minute, second, zone), run);
      },
    ),
  ),
  define(
    'time',
    signature([text('from')], TIME, parsed('time', parseTime)),
    signature([time('from')], TIME, ([from]) => from),
    signature([dateTime('from')], TIME, ([from]) => from.time),
    signature([date('from')], TIME, ([from]) => atMidnightUtc(from).time),
    signature(
      [...clockParameters, optional(dayTime('offset'))],
      TIME,
      ([hour, minute, second, offset], run) =>
        timeOf(hour, minute, second, zoneOfOffset(offset)) ?? refuse(run, 'There is no such time.'),
    ),
  ),
  define(
    'number',
    signature([text('from')], NUMBER, ([from], run) => numberFrom(from, null, null, run)),
    signature([num('from')], NUMBER, ([from]) => from),
    signature(
      [text('from'), nullable(text('grouping separator')), nullable(text('decimal separator'))],
      NUMBER,
      ([from, grouping, decimal], run) => numberFrom(from, grouping, decimal, run),
    ),
  ),
  define(
    'string',
    signature([any('from')], STRING, ([from], run) => valueText(from, run)),
  ),
  define(
    'duration',
    signature([text('from')], ANY, parsed('duration', parseDuration)),
    signature([dayTime('from')], DAY_TIME_DURATION, ([from]) => from),
  ),
  define(
    'years and months duration',
    ...[date, dateTime].flatMap((first) =>
      [date, dateTime].map((second) =>
        signature([first('from'), second('to')], YEAR_MONTH_DURATION, ([from, to]) =>
          monthsBetween(dayOf(from), dayOf(to)),
        ),
      ),
    ),
  ),
  define(
    'not',
    signature([nullable(any('negand'))], BOOLEAN, ([negand], run) => {
      if (typeof negand === 'boolean') return !negand;
      return negand === null ? null : refuse(run, 'not() negates true and false only.');
    }),
  ),
];
