import type { TimerDefinition } from '../../plan/clock-definition.js';
import type { TimerCycle } from '../../state/case-state.js';
import type { ArmedTimer } from '../effect.js';
import { failure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Place } from '../machine/variables.js';
import { addDuration, instantOf, repetitionOf } from './iso-time.js';

/** A timer that says its time itself. */
export type FixedTimer = Exclude<TimerDefinition, { kind: 'expression' }>;

export interface Armed {
  readonly timer: ArmedTimer;
  readonly cycle?: TimerCycle;
}

/** Works a timer out on arming; what is no time is an incident. */
export const resolveTimer = (machine: Machine, place: Place, timer: TimerDefinition): Armed => {
  switch (timer.kind) {
    case 'expression': {
      const value = machine.evaluate(timer.expression, place);
      if (typeof value !== 'string') throw noTime(JSON.stringify(value), timer.as);
      return realTime(machine.context.now, timer.as, value);
    }
    default:
      return firstOf(timer, machine.context.now);
  }
};

/** The first occurrence of a timer that has nothing to evaluate, armed at `now`. */
export const firstOf = (timer: FixedTimer, now: string): Armed => {
  switch (timer.kind) {
    case 'business':
      return { timer };
    case 'business-cycle':
      return {
        timer: { kind: 'business', duration: timer.every },
        cycle: timer.times === undefined ? {} : { left: timer.times },
      };
    default:
      return realTime(now, timer.kind, timer.iso);
  }
};

/** The occurrence after the one that just came, or undefined where it was the last. */
export const nextOccurrence = (
  now: string,
  timer: TimerDefinition,
  cycle: TimerCycle,
  came: string | undefined,
): Armed | undefined => {
  const left = cycle.left === undefined ? undefined : cycle.left - 1;
  if (left !== undefined && left <= 0) return undefined;
  const after = came ?? cycle.due ?? now;
  const counted = left === undefined ? {} : { left };
  if (timer.kind === 'business-cycle') {
    return { timer: { kind: 'business', duration: timer.every, after }, cycle: counted };
  }
  const from = instantOf(cycle.due ?? after);
  const at = cycle.every === undefined || from === undefined ? undefined : addDuration(from, cycle.every);
  if (at === undefined || (cycle.until !== undefined && at > Date.parse(cycle.until))) return undefined;
  const due = new Date(at).toISOString();
  return { timer: { kind: 'at', at: due }, cycle: { ...cycle, ...counted, due } };
};

const realTime = (armedAt: string, as: 'elapsed' | 'date' | 'cycle', iso: string): Armed => {
  const now = instantOf(armedAt);
  if (now === undefined) throw noTime(armedAt, 'date');
  if (as === 'cycle') return firstOccurrence(now, iso);
  const at = as === 'date' ? instantOf(iso) : addDuration(now, iso);
  if (at === undefined) throw noTime(iso, as);
  return { timer: { kind: 'at', at: new Date(at).toISOString() } };
};

const firstOccurrence = (now: number, iso: string): Armed => {
  const repetition = repetitionOf(iso);
  if (!repetition) throw noTime(iso, 'cycle');
  const { every, times, start, until } = repetition;
  const length = addDuration(0, every) ?? 1;
  let at = start ?? addDuration(now, every);
  // Of a cycle that began in the past only what is still to come counts; months are not all of one length.
  if (at !== undefined && at < now) at = addDuration(at + Math.floor((now - at) / length) * length, every);
  if (at === undefined || (until !== undefined && at > until)) throw noTime(iso, 'cycle');
  const due = new Date(at).toISOString();
  return {
    timer: { kind: 'at', at: due },
    cycle: {
      due,
      every,
      ...(times === undefined ? {} : { left: times }),
      ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    },
  };
};

const NAMES = { elapsed: 'duration', date: 'instant', cycle: 'repetition' } as const;

const noTime = (value: string, as: keyof typeof NAMES) =>
  failure('CASES.TIMER_INVALID', `${value} is no ${NAMES[as]} of ISO 8601 that a timer can wait for.`, {
    value,
  });
