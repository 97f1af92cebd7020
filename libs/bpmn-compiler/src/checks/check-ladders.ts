import type { ClockDefinition } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** Days up to which a default of the house is a short one. */
const SHORT_DAYS = 3;

/**
 * The ladder follows the clock: a statutory period climbs a statutory ladder, a default of the house never does, or
 * running out of it would be entered as a breach of law; what counts in hours climbs one that counts in hours.
 */
export const checkLadders: PlanCheck = (plan, { ladders }) =>
  Object.values(plan.clocks).flatMap((clock): readonly Diagnostic[] => {
    const found =
      clock.kind === 'statutory' && clock.basis === 'PD'
        ? [
            problem(
              'BPMN.STATUTORY_WITHOUT_LAW',
              'The clock is statutory and its basis is PD, a default of the house: name the article, or make it internal.',
              clock.id,
            ),
          ]
        : [];
    const serves = ladders?.get(clock.ladder);
    return serves === undefined ? found : [...found, ...contradiction(clock, serves)];
  });

const contradiction = (clock: ClockDefinition, serves: string): readonly Diagnostic[] => {
  const fitting = usesFor(clock);
  if (fitting.includes(serves)) return [];
  const law = (serves === 'statutory') !== (clock.kind === 'statutory');
  const { amount, unit } = clock.duration;
  const message = law
    ? `${clock.ladder} is ${serves === 'statutory' ? 'a ladder of statutory periods and the clock is a default of the house' : 'no ladder of statutory periods and the clock is statutory'}.`
    : `${clock.ladder} is made for ${MADE_FOR[serves] ?? serves}, and the clock takes ${amount} ${unit}.`;
  return [
    { ...problem('BPMN.LADDER_CONTRADICTS_CLOCK', message, clock.id), severity: law ? 'error' : 'warning' },
  ];
};

const MADE_FOR: Readonly<Record<string, string>> = {
  'default-short': `periods of up to ${SHORT_DAYS} days`,
  'default-long': `periods of more than ${SHORT_DAYS} days`,
  critical: 'periods in hours',
};

/** Ladders that a clock may climb. A report is due by its own calendar, whatever its length. */
const usesFor = ({ kind, duration: { amount, unit } }: ClockDefinition): readonly string[] => {
  if (kind === 'statutory') return unit === 'hour' ? ['statutory', 'critical'] : ['statutory'];
  if (unit === 'hour') return ['critical'];
  const short = unit !== 'month' && amount <= SHORT_DAYS;
  return [short ? 'default-short' : 'default-long', 'report'];
};
