import { NANOS, NANOS_OF_DAY } from './durations.js';
import { dayOfNumber } from './calendar-days.js';
import { FeelDate, MAX_YEAR } from './feel-date.js';
import { FeelDateTime } from './feel-date-time.js';
import { FeelTime } from './feel-time.js';
import { offsetAt, offsetAtLocal, standardOffset } from './zone-offsets.js';
import { UTC, type Zone } from './zone.js';

/** Nanoseconds since 1970-01-01T00:00 on the clocks of its own zone. */
const localNanos = ({ date, time }: FeelDateTime): bigint =>
  BigInt(date.dayNumber) * NANOS_OF_DAY + timeNanos(time);

/** Nanoseconds since midnight. */
export const timeNanos = (time: FeelTime): bigint => BigInt(time.secondOfDay) * NANOS + BigInt(time.nanos);

/** Seconds ahead of UTC; null without a zone. */
export const offsetOf = (value: FeelDateTime): number | null => {
  const { date, time } = value;
  return time.zone === null ? null : offsetAtLocal(time.zone, date.dayNumber * 86_400 + time.secondOfDay);
};

export const timeOffsetOf = (time: FeelTime): number | null =>
  time.zone === null ? null : standardOffset(time.zone);

/** Nanoseconds since 1970-01-01T00:00Z; without a zone, on its own clocks. */
export const instantNanos = (value: FeelDateTime): bigint =>
  localNanos(value) - BigInt(offsetOf(value) ?? 0) * NANOS;

/** A day as date and time: its midnight in UTC (DMN 1.3 §10.3.2.3.5). */
export const atMidnightUtc = (date: FeelDate): FeelDateTime =>
  new FeelDateTime(date, new FeelTime(0, 0, 0, 0, UTC));

/** Undefined beyond the years that FEEL has. */
export const dateOfDayNumber = (days: number): FeelDate | undefined => {
  const { year, month, day } = dayOfNumber(days);
  return Math.abs(year) > MAX_YEAR ? undefined : new FeelDate(year, month, day);
};

export const timeOfNanos = (nanosOfDay: bigint, zone: Zone | null): FeelTime => {
  const seconds = Number(nanosOfDay / NANOS);
  return new FeelTime(
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
    Number(nanosOfDay % NANOS),
    zone,
  );
};

const dateTimeOfLocalNanos = (nanos: bigint, zone: Zone | null): FeelDateTime | undefined => {
  const ofDay = ((nanos % NANOS_OF_DAY) + NANOS_OF_DAY) % NANOS_OF_DAY;
  const date = dateOfDayNumber(Number((nanos - ofDay) / NANOS_OF_DAY));
  return date && new FeelDateTime(date, timeOfNanos(ofDay, zone));
};

/** What the clocks of a zone show at an instant. */
export const dateTimeOfInstantNanos = (nanos: bigint, zone: Zone | null): FeelDateTime | undefined => {
  const seconds = (nanos - (((nanos % NANOS) + NANOS) % NANOS)) / NANOS;
  const offset = zone === null ? 0 : offsetAt(zone, Number(seconds));
  return dateTimeOfLocalNanos(nanos + BigInt(offset) * NANOS, zone);
};
