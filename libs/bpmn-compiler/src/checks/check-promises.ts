import type { ClockDefinition, Duration } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** A promise (承诺时限) may be shorter than the law, never longer: both of one step, counted from one milestone. */
export const checkPromises: PlanCheck = (plan) =>
  Object.values(plan.nodes).flatMap((node): readonly Diagnostic[] => {
    const clocks = 'clocks' in node ? node.clocks.flatMap((id) => plan.clocks[id] ?? []) : [];
    const laws = clocks.filter(({ kind }) => kind === 'statutory');
    return clocks
      .filter(({ kind }) => kind === 'promised')
      .flatMap((promise) =>
        laws
          .filter((law) => promise.from === law.from && isLonger(promise.duration, law.duration))
          .map((law) => broken(promise, law)),
      );
  });

/** Units are never converted; but working days last at least as long as so many days of the calendar. */
const isLonger = (promise: Duration, law: Duration): boolean =>
  promise.amount > law.amount &&
  (promise.unit === law.unit ||
    (promise.unit === 'working_day' && law.unit === 'calendar_day') ||
    (promise.unit === 'working_hour' && law.unit === 'hour'));

const broken = (promise: ClockDefinition, law: ClockDefinition): Diagnostic =>
  problem(
    'BPMN.PROMISE_EXCEEDS_LAW',
    `The promised limit of ${said(promise.duration)} is longer than the statutory one of ${said(law.duration)} (${law.basis}).`,
    promise.id,
  );

const said = ({ amount, unit }: Duration): string => `${amount} ${unit}`;
