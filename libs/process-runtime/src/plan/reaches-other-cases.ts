import type { ProcessPlan } from './process-plan.js';

/** Whether a signal is thrown to, and heard from, other cases. */
export const reachesOtherCases = ({ signals }: ProcessPlan, signal: string): boolean =>
  signals !== undefined && Object.hasOwn(signals, signal);
