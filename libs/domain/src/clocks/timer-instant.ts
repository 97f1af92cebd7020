import { type WorkingCalendar, dueInstant } from '@lianban/calendar';
import type { ArmedTimer } from '@lianban/process-runtime';

const ISO_DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** When a BPMN timer fires: business time from its milestone (or from now), real time from now, or at its instant. */
export const timerInstant = (
  timer: ArmedTimer,
  milestones: Readonly<Record<string, string>>,
  now: string,
  calendar: WorkingCalendar,
): string => {
  if (timer.kind === 'business')
    return dueInstant(calendar, countedFrom(timer, milestones, now), timer.duration).at;
  if (timer.kind === 'at') return timer.at;
  const [, weeks, days, hours, minutes, seconds] = ISO_DURATION.exec(timer.iso) ?? [];
  const total =
    (((Number(weeks ?? 0) * 7 + Number(days ?? 0)) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) *
      60 +
    Number(seconds ?? 0);
  return new Date(Date.parse(now) + total * 1_000).toISOString();
};

/** From when a timer in business time counts: its last firing, its milestone, or its arming. */
export const countedFrom = (
  timer: Extract<ArmedTimer, { kind: 'business' }>,
  milestones: Readonly<Record<string, string>>,
  now: string,
): string => timer.after ?? (timer.from === undefined ? undefined : milestones[timer.from]) ?? now;
