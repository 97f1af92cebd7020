import type { WorkingCalendar } from '@lianban/calendar';
import { type Ladder, nameOfLadder, rungInstants } from '@lianban/domain';
import type { WatchedClock } from './ladder-watch-store.port.js';

/** How late a level may be before somebody is told, in milliseconds of business time. */
const GRACE_MS = 60_000;

/**
 * What a running clock should have done or have planned and has not. Judged from its ledger, its ladder and what was
 * written down, not from the schedule that the sweep works by: that one is what is being watched.
 */
export const watchClock = (
  clock: WatchedClock,
  ladder: Ladder | undefined,
  calendar: WorkingCalendar,
  now: string,
): readonly string[] => {
  if (!ladder) return clock.ladder === '' ? [] : [`no ladder ${clock.ladder}`];
  const overdueBy = (at: string): boolean => Date.parse(now) - Date.parse(at) > GRACE_MS;
  const found: string[] = [];
  const scheduled = new Map(
    clock.schedule.flatMap((act) => (act.kind === 'rung' ? [[act.level, act.at] as const] : [])),
  );
  const [{ at: first } = { at: undefined }] = clock.schedule;
  if (clock.armedFor !== first)
    found.push(`armed for ${clock.armedFor ?? 'nothing'} instead of ${first ?? 'nothing'}`);
  for (const { rung, at } of rungInstants(ladder, clock.startedAt, clock.dueAt, calendar)) {
    if (clock.looked.includes(rung.level)) continue;
    const planned = scheduled.get(rung.level);
    const name = `${nameOfLadder(ladder)} ${rung.level}`;
    if (planned === undefined) found.push(`${name} is not planned`);
    else if (overdueBy(planned) && !clock.held) found.push(`${name} of ${planned} has no record`);
    // Counted by the same calendar as the ledger, another instant means that somebody changed the schedule.
    else if (planned !== at && clock.countedBy === calendar.version)
      found.push(`${name} is planned for ${planned} instead of ${at}`);
  }
  if (overdueBy(clock.dueAt) && !clock.overran && !clock.held)
    found.push(`the due instant ${clock.dueAt} passed without an entry`);
  return found;
};
