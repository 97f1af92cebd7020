import type { EventTrigger } from '../plan/event-trigger.js';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { TimerCycle } from '../state/case-state.js';
import type { ArmedTimer } from '../step/effect.js';
import { firstOf, type FixedTimer, nextOccurrence } from '../step/events/timers.js';
import { eventStartsOf } from '../engine-in-memory/starters.js';

/** A timer that begins cases of a process (BPMN 2.0.2 §10.5.2). */
export interface StartTimer {
  readonly startEvent: string;
  /** Which of the parts of a multiple start event. */
  readonly part: number;
  readonly timer: FixedTimer;
}

export interface Occurrence {
  readonly timer: ArmedTimer;
  /** What is left of it afterwards; absent: it was the only one. */
  readonly cycle?: TimerCycle;
}

/** The timers that begin cases: of its start events, and of those that wait for any of several events. */
export const startTimersOf = (plan: ProcessPlan): readonly StartTimer[] =>
  eventStartsOf(plan).flatMap(({ node, trigger }) =>
    partsOf(trigger).flatMap((part, index) =>
      part.kind === 'timer' && part.timer.kind !== 'expression'
        ? [{ startEvent: node, part: index, timer: part.timer }]
        : [],
    ),
  );

/**
 * When a timer begins its first case, counted from the publishing of the process at `now` (ISO 8601). Undefined: its
 * time is over. What was due before a process was published does not begin a case when it is.
 */
export const firstStart = ({ timer }: StartTimer, now: string): Occurrence | undefined => {
  if (timer.kind === 'date' && Date.parse(timer.iso) <= Date.parse(now)) return undefined;
  return firstOf(timer, now);
};

/** The occurrence after the one that was due at `came`; undefined: it was the last. */
export const nextStart = (
  { timer }: StartTimer,
  cycle: TimerCycle | undefined,
  came: string,
): Occurrence | undefined => (cycle ? nextOccurrence(came, timer, cycle, came) : undefined);

const partsOf = (trigger: EventTrigger): readonly EventTrigger[] => {
  if (trigger.kind !== 'multiple') return [trigger];
  return trigger.all ? [] : trigger.of;
};
