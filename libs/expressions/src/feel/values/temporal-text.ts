import { type DayTimeDuration, NANOS, NANOS_OF_DAY, YearMonthDuration } from './durations.js';
import { FeelDate } from './feel-date.js';
import { FeelDateTime } from './feel-date-time.js';
import { FeelTime } from './feel-time.js';
import type { FeelDuration, FeelTemporal } from './feel-value.js';
import type { Zone } from './zone.js';

/** The ISO 8601 text of a temporal value; a zone of the IANA data base follows after `@`. */
export const temporalText = (value: FeelTemporal | FeelDuration): string => {
  if (value instanceof FeelDate) return dateText(value);
  if (value instanceof FeelTime) return timeText(value);
  if (value instanceof FeelDateTime) return `${dateText(value.date)}T${timeText(value.time)}`;
  if (value instanceof YearMonthDuration) return yearMonthText(value);
  return dayTimeText(value);
};

const two = (value: number): string => String(value).padStart(2, '0');

const dateText = ({ year, month, day }: FeelDate): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;

const timeText = ({ hour, minute, second, nanos, zone }: FeelTime): string =>
  `${two(hour)}:${two(minute)}:${two(second)}${fractionText(nanos)}${zoneText(zone)}`;

const fractionText = (nanos: number): string =>
  nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;

const zoneText = (zone: Zone | null): string => {
  if (zone === null) return '';
  if (zone.kind === 'region') return `@${zone.id}`;
  if (zone.seconds === 0) return 'Z';
  const size = Math.abs(zone.seconds);
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${zone.seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
};

const yearMonthText = ({ months }: YearMonthDuration): string => {
  const size = Math.abs(months);
  const years = Math.floor(size / 12);
  const text = `${years === 0 ? '' : `${years}Y`}${size % 12 === 0 ? '' : `${size % 12}M`}`;
  return `${months < 0 ? '-' : ''}P${text === '' ? '0M' : text}`;
};

const dayTimeText = ({ nanos }: DayTimeDuration): string => {
  const size = nanos < 0n ? -nanos : nanos;
  const days = size / NANOS_OF_DAY;
  const seconds = Number((size % NANOS_OF_DAY) / NANOS);
  const fraction = fractionText(Number(size % NANOS));
  const hour = Math.floor(seconds / 3600);
  const minute = Math.floor(seconds / 60) % 60;
  const second = seconds % 60;
  const time = [
    hour === 0 ? '' : `${hour}H`,
    minute === 0 ? '' : `${minute}M`,
    second === 0 && fraction === '' ? '' : `${second}${fraction}S`,
  ].join('');
  if (size === 0n) return 'PT0S';
  return `${nanos < 0n ? '-' : ''}P${days === 0n ? '' : `${days}D`}${time === '' ? '' : `T${time}`}`;
};
