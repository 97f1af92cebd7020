import type { CalendarLayer } from './calendar-layer.js';
import { toDayNumber } from './civil-date.js';

/** The first and the last day that count otherwise; unbounded where hours of the day change. */
export interface ChangedDays {
  readonly from: number;
  readonly to: number;
}

/**
 * Where two versions of one layer differ; undefined where they count alike. A national year that only one of them has
 * differs as a whole: it is final in the one and provisional in the other.
 */
export const changedDays = (
  before: CalendarLayer | undefined,
  after: CalendarLayer | undefined,
): ChangedDays | undefined => {
  const hours = (layer: CalendarLayer | undefined): string =>
    JSON.stringify([layer?.officeHours ?? [], layer?.utcOffset ?? '']);
  if (hours(before) !== hours(after)) return { from: -Infinity, to: Infinity };
  const [one, other] = [kinds(before), kinds(after)];
  const days = [...new Set([...one.keys(), ...other.keys()])].filter(
    (day) => one.get(day) !== other.get(day),
  );
  if ((before ?? after)?.layer === 'national') {
    const years = new Set([...Object.keys(before?.years ?? {}), ...Object.keys(after?.years ?? {})]);
    for (const year of years) {
      if (before?.years[year] && after?.years[year]) continue;
      days.push(toDayNumber(`${year}-01-01`), toDayNumber(`${year}-12-31`));
    }
  }
  return days.length === 0 ? undefined : { from: Math.min(...days), to: Math.max(...days) };
};

const kinds = (layer: CalendarLayer | undefined): ReadonlyMap<number, string> =>
  new Map(
    Object.values(layer?.years ?? {}).flatMap(({ off, workOnWeekend }) => [
      ...off.map((date) => [toDayNumber(date), 'off'] as const),
      ...workOnWeekend.map((date) => [toDayNumber(date), 'make-up'] as const),
    ]),
  );
