import type { DoneWork, Limit } from './done-work.js';
import { localDay, type OfficeDays } from './office-days.js';

/** What one office did for one task, counted a second time. */
export interface Counted {
  readonly taskId: string;
  readonly month: string;
  readonly office: string;
  readonly district: string;
  readonly process: string;
  readonly minutes: number;
  readonly isLate: boolean;
  readonly isLateOwn: boolean;
}

/** A card as it must be. */
export interface Expected {
  readonly completed: number;
  readonly late: number;
  readonly lateOwn: number;
  readonly meanHours: number;
  readonly p90Hours: number;
}

export interface Recalculation {
  readonly counted: readonly Counted[];
  /** Limits that were counted again from their start, and those whose day was taken as it is. */
  readonly limits: { readonly counted: number; readonly taken: number };
  /** Limits on which the two calculations differ. */
  readonly differences: readonly string[];
}

/** A limit that was over when the calendar changed stays as it was counted. */
export interface Calendars {
  readonly changedAt: number;
  readonly before: OfficeDays;
  readonly after: OfficeDays;
}

export function recalculate(work: readonly DoneWork[], calendars: Calendars): Recalculation {
  const limits = { counted: 0, taken: 0 };
  const differences: string[] = [];
  const dueOf = (limit: Limit, { taskId }: DoneWork): number => {
    if (limit.wasStopped) {
      limits.taken += 1;
      return limit.dueAt;
    }
    limits.counted += 1;
    const days = (limit.endedAt ?? Infinity) < calendars.changedAt ? calendars.before : calendars.after;
    const due = days.due(limit.startedAt, limit.days);
    if (due !== limit.dueAt)
      differences.push(
        `task ${taskId}: ${limit.days} days from ${iso(limit.startedAt)} end ${iso(due)}, the product says ${iso(limit.dueAt)}`,
      );
    return due;
  };
  const counted = work.flatMap((done) => {
    const { taskId, process, closedAt, tiles } = done;
    const [limit] = done.limits;
    const due = limit ? dueOf(limit, done) : Infinity;
    return [...new Set(tiles.map(({ office }) => office))].map((office): Counted => {
      const held = tiles.filter((tile) => tile.office === office);
      const from = Math.min(...held.map((tile) => tile.from));
      const to = Math.max(...held.map((tile) => tile.to));
      const atWork = held.filter(({ kind }) => kind === 'office' || kind === 'person');
      return {
        taskId,
        month: localDay(closedAt).slice(0, 7),
        office,
        district: held[0]?.district ?? '',
        process,
        minutes: atWork.reduce((sum, tile) => sum + calendars.after.minutes(tile.from, tile.to), 0),
        isLate: to > due,
        isLateOwn: to > due && from < due,
      };
    });
  });
  return { counted, limits, differences };
}

export function cardsBy(
  counted: readonly Counted[],
  month: string,
  by: 'office' | 'district' | 'process',
): ReadonlyMap<string, Expected> {
  const inMonth = counted.filter((it) => it.month === month);
  const keys = new Set(inMonth.map((it) => it[by]));
  return new Map([...keys].map((key) => [key, cardOf(inMonth.filter((it) => it[by] === key))]));
}

const cardOf = (group: readonly Counted[]): Expected => {
  const hours = group.map(({ minutes }) => minutes / 60).toSorted((a, b) => a - b);
  return {
    completed: group.length,
    late: group.filter(({ isLate }) => isLate).length,
    lateOwn: group.filter(({ isLateOwn }) => isLateOwn).length,
    meanHours: hours.reduce((sum, it) => sum + it, 0) / hours.length,
    p90Hours: percentile(hours, 0.9),
  };
};

/** Between the two neighbours, as `percentile_cont` of SQL has it. */
const percentile = (sorted: readonly number[], part: number): number => {
  const place = part * (sorted.length - 1);
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
};

const iso = (at: number): string => new Date(at).toISOString();
