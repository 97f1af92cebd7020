import {
  type WorkingCalendar,
  addWorkingMinutes,
  shiftWorkingDays,
  workingMinutesBetween,
} from '@lianban/calendar';
import type { ClockDefinition } from '@lianban/process-runtime';
import { type Ladder, rungInstants } from './ladder.js';

/** One thing a running clock will do: set a mark on its task, record a breach, climb a rung. */
export type ScheduledAct =
  | { readonly at: string; readonly kind: 'mark'; readonly mark: 'due-soon' | 'overdue' }
  | { readonly at: string; readonly kind: 'rung'; readonly level: string };

/** Working days before the due instant at which a task of four days or more is called due soon. */
const DUE_SOON_DAYS = 2;

/**
 * Everything a running clock still has to do, in order. One row a clock waits for the first of these; so a task that
 * is done in time costs one row, not one for each rung.
 */
export const scheduleOf = (
  definition: ClockDefinition,
  ladder: Ladder | undefined,
  startedAt: string,
  dueAt: string,
  calendar: WorkingCalendar,
  /** Levels that fired already; a rung fires once in the life of its clock. */
  fired: ReadonlySet<string>,
): readonly ScheduledAct[] => {
  const acts: ScheduledAct[] = [
    { at: dueSoonAt(definition, startedAt, dueAt, calendar), kind: 'mark', mark: 'due-soon' },
    { at: dueAt, kind: 'mark', mark: 'overdue' },
  ];
  for (const { rung, at } of ladder ? rungInstants(ladder, startedAt, dueAt, calendar) : []) {
    if (!fired.has(rung.level)) acts.push({ at, kind: 'rung', level: rung.level });
  }
  // Marks were put first, so at the same instant a mark comes before a rung (sort is stable).
  return acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const dueSoonAt = (
  definition: ClockDefinition,
  startedAt: string,
  dueAt: string,
  calendar: WorkingCalendar,
): string => {
  const { amount, unit } = definition.duration;
  if (unit === 'hour') return new Date((Date.parse(startedAt) + Date.parse(dueAt)) / 2).toISOString();
  if (amount > 3) return shiftWorkingDays(calendar, dueAt, -DUE_SOON_DAYS);
  const total = workingMinutesBetween(calendar, startedAt, dueAt);
  return total === 0 ? dueAt : addWorkingMinutes(calendar, startedAt, total / 2);
};
