import { DayTimeDuration, MAX_NANOS, NANOS, NANOS_OF_DAY, YearMonthDuration } from './durations.js';
import { FeelDate } from './feel-date.js';
import { FeelDateTime } from './feel-date-time.js';
import { FeelTime } from './feel-time.js';
import type { FeelDuration, FeelTemporal } from './feel-value.js';
import { isZoneId } from './zone-offsets.js';
import { MAX_OFFSET_SECONDS, UTC, type Zone } from './zone.js';

// Lexical forms of XML Schema part 2, as DMN 1.3 §10.3.4.1 refers to them, with `@Zone/Name` for zones.
const DATE = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/;
const OFFSET = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/;
const YEARS_MONTHS = /^(-?)P(?=\d)(?:(\d{1,12})Y)?(?:(\d{1,12})M)?$/;
const DAYS_TIME =
  /^(-?)P(?=.)(?:(\d{1,18})D)?(?:T(?=.)(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{1,18})(?:\.(\d+))?S)?)?$/;
/** Longer than any temporal text with a zone. */
const MAX_LENGTH = 200;

export const parseDate = (text: string): FeelDate | undefined => {
  const [, year, month, day] = DATE.exec(text) ?? [];
  return year === undefined ? undefined : FeelDate.of(Number(year), Number(month), Number(day));
};

export const parseTime = (text: string): FeelTime | undefined => {
  if (text.length > MAX_LENGTH) return undefined;
  const [, hour, minute, second, fraction, zoneText] = TIME.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const zone = zoneText === undefined ? null : parseZone(zoneText);
  if (zone === undefined) return undefined;
  return FeelTime.of(Number(hour), Number(minute), Number(second), nanosOf(fraction), zone);
};

/** A date alone is its midnight, without a zone. */
export const parseDateTime = (text: string): FeelDateTime | undefined => {
  const at = text.indexOf('T');
  // A zone's name may hold a T, a date none.
  const date = parseDate(at === -1 ? text : text.slice(0, at));
  if (date === undefined) return undefined;
  const time = at === -1 ? new FeelTime(0, 0, 0, 0, null) : parseTime(text.slice(at + 1));
  return time && new FeelDateTime(date, time);
};

export const parseDuration = (text: string): FeelDuration | undefined =>
  text.length > MAX_LENGTH ? undefined : (parseYearsMonths(text) ?? parseDaysTime(text));

/** Whatever the text is, as `@"…"` has it. */
export const parseTemporal = (text: string): FeelTemporal | FeelDuration | undefined =>
  parseDate(text) ?? parseTime(text) ?? parseDateTime(text) ?? parseDuration(text);

const parseYearsMonths = (text: string): YearMonthDuration | undefined => {
  const [, sign, years, months] = YEARS_MONTHS.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const size = Number(years ?? 0) * 12 + Number(months ?? 0);
  return Number.isSafeInteger(size)
    ? new YearMonthDuration(sign === '' || size === 0 ? size : -size)
    : undefined;
};

const parseDaysTime = (text: string): DayTimeDuration | undefined => {
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction] =
    DAYS_TIME.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const whole = BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  const size = BigInt(days) * NANOS_OF_DAY + whole * NANOS + BigInt(nanosOf(fraction));
  return size > MAX_NANOS ? undefined : new DayTimeDuration(sign === '' ? size : -size);
};

/** Digits of a fraction beyond the ninth are cut off. */
const nanosOf = (fraction: string | undefined): number =>
  fraction === undefined ? 0 : Number(fraction.slice(0, 9).padEnd(9, '0'));

const parseZone = (text: string): Zone | undefined => {
  if (text === 'Z') return UTC;
  if (text.startsWith('@')) {
    const id = text.slice(1);
    return isZoneId(id) ? { kind: 'region', id } : undefined;
  }
  const [, sign, hours, minutes, seconds] = OFFSET.exec(text) ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59 || size > MAX_OFFSET_SECONDS) return undefined;
  return { kind: 'offset', seconds: sign === '-' && size !== 0 ? -size : size };
};
