import { type AppException, conflict } from '@lianban/kernel';
import type { ProcessPlan, UserTask } from '@lianban/process-runtime';

const userTask = (plan: ProcessPlan, node: string): UserTask | undefined => {
  const found = plan.nodes[node];
  return found?.type === 'userTask' || found?.type === 'manualTask' ? found : undefined;
};

/** What the definition says of returning `from` a step; where it says nothing, any earlier step of the process may be chosen. */
export const mayReturn = (
  plan: ProcessPlan,
  from: string,
  to: string,
  _then: 'walk-again' | 'come-back',
): AppException | undefined => {
  const target = userTask(plan, to);
  const task = userTask(plan, from);
  if (!target || !task || to === from || target.process !== task.process)
    return conflict('ACTS.RETURN_NOT_ALLOWED', 'The process does not allow a return to this step.');
  return undefined;
};

/** Whether the definition lets a completion of this step be taken back. */
export const mayTakeBack = (plan: ProcessPlan, node: string): AppException | undefined =>
  userTask(plan, node)
    ? undefined
    : conflict('ACTS.TAKE_BACK_NOT_ALLOWED', 'The process does not let this step be taken back.');
