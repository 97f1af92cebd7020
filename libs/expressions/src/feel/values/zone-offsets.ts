import { dayNumber } from './calendar-days.js';
import type { Zone } from './zone.js';

/** Zones come from expressions and data: there is no end to the texts that are none. */
const KEPT = 1_000;
const formats = new Map<string, Intl.DateTimeFormat | null>();

const formatOf = (id: string): Intl.DateTimeFormat | null => {
  const known = formats.get(id);
  if (known !== undefined) return known;
  if (formats.size >= KEPT) formats.clear();
  const format = makeFormat(id);
  formats.set(id, format);
  return format;
};

const makeFormat = (id: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      calendar: 'gregory',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
  } catch {
    return null;
  }
};

/** Whether the IANA data base (as the platform's `Intl` has it) knows a zone. */
export const isZoneId = (id: string): boolean =>
  /^[A-Za-z][A-Za-z0-9._+/-]{0,63}$/.test(id) && formatOf(id) !== null;

/** Seconds that a zone is ahead of UTC where its clocks show a local time (seconds since 1970-01-01T00:00 local). */
export const offsetAtLocal = (zone: Zone, localSeconds: number): number => {
  if (zone.kind === 'offset') return zone.seconds;
  // In the hour that autumn repeats both are right: the earlier instant is meant, as java.time has it.
  const before = offsetAtInstant(zone.id, localSeconds - 86_400);
  const early = offsetAtInstant(zone.id, localSeconds - before);
  if (early === before) return before;
  const late = offsetAtInstant(zone.id, localSeconds - early);
  // In the hour that spring leaves out neither is: the clocks of before go on.
  return late === early ? early : before;
};

/** Seconds that a zone is ahead of UTC at an instant (seconds since 1970-01-01T00:00Z). */
export const offsetAt = (zone: Zone, instant: number): number =>
  zone.kind === 'offset' ? zone.seconds : offsetAtInstant(zone.id, instant);

/** The offset that a zone has the year round without summer time: for times of day, which have no date. */
export const standardOffset = (zone: Zone): number =>
  zone.kind === 'offset'
    ? zone.seconds
    : Math.min(offsetAtInstant(zone.id, JANUARY), offsetAtInstant(zone.id, JULY));

const JANUARY = dayNumber(2020, 1, 15) * 86_400;
const JULY = dayNumber(2020, 7, 15) * 86_400;
/** The calendar repeats after 400 years, and no zone knows its rules further ahead. */
const CYCLE = 146_097 * 86_400;
const EARLIEST = dayNumber(1, 1, 2) * 86_400;
const LATEST = dayNumber(9999, 1, 1) * 86_400;

const offsetAtInstant = (id: string, seconds: number): number => {
  const format = formatOf(id);
  if (format === null) return 0;
  const at = withinCycle(seconds);
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at * 1_000)) parts[type] = value;
  const number = (type: string): number => Number(parts[type]);
  const year = parts['era'] === 'BC' ? 1 - number('year') : number('year');
  const local =
    dayNumber(year, number('month'), number('day')) * 86_400 +
    number('hour') * 3600 +
    number('minute') * 60 +
    number('second');
  return local - at;
};

const withinCycle = (seconds: number): number => {
  if (seconds > LATEST) return LATEST - CYCLE + ((seconds - LATEST) % CYCLE);
  if (seconds < EARLIEST) return EARLIEST + CYCLE + ((seconds - EARLIEST) % CYCLE);
  return seconds;
};
