import type { WorkingCalendar } from '@lianban/calendar';
import { timerInstant } from '@lianban/domain';
import { firstStart, type Occurrence, type ProcessPlan, startTimersOf } from '@lianban/process-runtime';
import type { NewScheduledStart } from './definition-store.port.js';

/** When the timers of a process that is published at `now` begin their first cases. */
export const scheduleStarts = (
  plan: ProcessPlan,
  now: string,
  calendar: WorkingCalendar,
): readonly NewScheduledStart[] =>
  startTimersOf(plan).flatMap((timer) => {
    const first = firstStart(timer, now);
    if (!first) return [];
    const { startEvent, part } = timer;
    const cycle = first.cycle ? { cycle: first.cycle } : {};
    const at = startInstant(first, now, calendar);
    return [{ ref: `${startEvent} ${part}`, at, payload: { startEvent, part, ...cycle } }];
  });

/** Before there is a case there are no milestones to count from. */
export const startInstant = ({ timer }: Occurrence, now: string, calendar: WorkingCalendar): string =>
  timerInstant(timer, {}, now, calendar);
