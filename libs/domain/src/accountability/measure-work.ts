import { type WorkingCalendar, workingMinutesBetween } from '@lianban/calendar';

/** A tile of the time of a task, with the office that answers for it. */
export interface OfficeTile {
  readonly officeId: string;
  readonly kind: 'office' | 'person' | 'suspended' | 'applicant' | 'outside' | 'system';
  readonly from: string;
  readonly to: string;
}

export interface DoneTask {
  readonly closedAt: string;
  /** The due instant that the task carried; absent where no clock ran. */
  readonly dueAt?: string;
  /** The due instant of the unit's own clock, which counts from when the work reached it. */
  readonly unitDueAt?: string;
  readonly tiles: readonly OfficeTile[];
}

/** What one office did for one task that was completed. */
export interface WorkMeasure {
  readonly officeId: string;
  readonly from: string;
  readonly to: string;
  /** Minutes of office hours in its own court; none while the case was suspended. */
  readonly minutes: number;
  readonly isLate: boolean;
  /** Late by its own limit: an office that was reached when the case was over its limit already is late through others. */
  readonly isLateInOwnCourt: boolean;
}

/**
 * Measures a completed task for each office that had it: the two of a dispute (管辖争议), the one before and the one
 * after another was designated. Without a clock of the unit, the limit is the case's, and an office answers for it
 * only where the work reached it before.
 */
export const measureWork = (
  { closedAt, dueAt, unitDueAt, tiles }: DoneTask,
  calendar: WorkingCalendar,
): readonly WorkMeasure[] => {
  const byOffice = new Map<string, OfficeTile[]>();
  for (const tile of tiles) byOffice.set(tile.officeId, [...(byOffice.get(tile.officeId) ?? []), tile]);
  return [...byOffice].map(([officeId, held]) => {
    const from = held.reduce((first, tile) => (tile.from < first ? tile.from : first), closedAt);
    const to = held.reduce((last, tile) => (tile.to > last ? tile.to : last), from);
    const minutes = held
      .filter(({ kind }) => kind === 'office' || kind === 'person')
      .reduce((sum, tile) => sum + workingMinutesBetween(calendar, tile.from, tile.to), 0);
    const own = unitDueAt ?? dueAt;
    return {
      officeId,
      from,
      to,
      minutes,
      isLate: dueAt !== undefined && to > dueAt,
      isLateInOwnCourt: own !== undefined && to > own && from < own,
    };
  });
};
