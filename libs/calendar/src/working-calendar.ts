import type { CalendarLayer } from './calendar-layer.js';
import { toDayNumber, weekdayOf, yearOf } from './civil-date.js';
import { statutoryDays } from './statutory-days.js';

/** Minutes since midnight, from and to. */
export type OfficeSpan = readonly [number, number];

/**
 * The working days of a place. Layers are read from the nation inwards; a later layer overrules an earlier one day by
 * day. Same layers, same answer; never reads the clock. A year without a national notice is counted by weekends and
 * the statutory days and called provisional, it never fails.
 */
export interface WorkingCalendar {
  readonly version: string;
  readonly offsetMinutes: number;
  readonly officeSpans: readonly OfficeSpan[];
  /** Minutes of office hours in a working day. */
  readonly minutesADay: number;
  isWorkingDay(day: number): boolean;
  /** Why a day differs from its weekday: a holiday, or a make-up working day. */
  exception(day: number): 'off' | 'make-up' | undefined;
  isProvisional(day: number): boolean;
  /** The n-th working day after `day` (before it, where n is negative); `day` itself never counts. */
  addWorkingDays(day: number, count: number): number;
  /** `day` itself where it is a working day, else the next one. */
  rollForward(day: number): number;
  /** Working days after `from` up to and including `to`; negative where `to` lies before. */
  workingDaysBetween(from: number, to: number): number;
}

const DEFAULT_HOURS: NonNullable<CalendarLayer['officeHours']> = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
];

export const createCalendar = (layers: readonly CalendarLayer[]): WorkingCalendar => {
  const exceptions = new Map<number, 'off' | 'make-up'>();
  const announced = new Set<number>();
  for (const layer of layers) {
    for (const [year, { off, workOnWeekend }] of Object.entries(layer.years)) {
      if (layer.layer === 'national') announced.add(Number(year));
      for (const date of off) exceptions.set(toDayNumber(date), 'off');
      for (const date of workOnWeekend) exceptions.set(toDayNumber(date), 'make-up');
    }
  }
  const hours = layers.findLast((layer) => layer.officeHours)?.officeHours ?? DEFAULT_HOURS;
  const officeSpans = hours.map(([from, to]): OfficeSpan => [minutes(from), minutes(to)]);

  const unannounced = new Map<number, ReadonlySet<number>>();
  const isStatutory = (day: number): boolean => {
    const year = yearOf(day);
    if (announced.has(year)) return false;
    const days = unannounced.get(year) ?? new Set(statutoryDays(year));
    unannounced.set(year, days);
    return days.has(day);
  };
  const exceptionOf = (day: number): 'off' | 'make-up' | undefined =>
    exceptions.get(day) ?? (isStatutory(day) ? 'off' : undefined);

  const isWorkingDay = (day: number): boolean => {
    const exception = exceptionOf(day);
    if (exception) return exception === 'make-up';
    const weekday = weekdayOf(day);
    return weekday !== 0 && weekday !== 6;
  };

  const rollForward = (day: number): number => {
    let current = day;
    while (!isWorkingDay(current)) current += 1;
    return current;
  };

  return {
    version: layers.map((layer) => `${layer.code}@${layer.version}`).join('+'),
    offsetMinutes: offset(layers.find((layer) => layer.utcOffset)?.utcOffset ?? '+08:00'),
    officeSpans,
    minutesADay: officeSpans.reduce((sum, [from, to]) => sum + to - from, 0),
    isWorkingDay,
    exception: exceptionOf,
    isProvisional: (day) => !announced.has(yearOf(day)),
    rollForward,
    addWorkingDays: (day, count) => {
      const direction = count < 0 ? -1 : 1;
      let current = day;
      for (let left = Math.abs(count); left > 0;) {
        current += direction;
        if (isWorkingDay(current)) left -= 1;
      }
      return current;
    },
    workingDaysBetween: (from, to) => {
      const [low, high, sign] = from <= to ? [from, to, 1] : [to, from, -1];
      let count = 0;
      for (let day = low + 1; day <= high; day += 1) if (isWorkingDay(day)) count += 1;
      return sign * count;
    },
  };
};

const minutes = (time: string): number => {
  const [hour, minute] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};

const offset = (text: string): number => (text.startsWith('-') ? -1 : 1) * minutes(text.replace(/^[+-]/, ''));
