import { type AppException, conflict } from '@lianban/kernel';
import type { ProcessPlan, UserTask } from '@lianban/process-runtime';

const userTask = (plan: ProcessPlan, node: string): UserTask | undefined => {
  const found = plan.nodes[node];
  return found?.type === 'userTask' || found?.type === 'manualTask' ? found : undefined;
};

/** What the definition says of a return; where it says nothing, any earlier step of the process may be chosen, either way. */
export const mayReturn = (
  plan: ProcessPlan,
  from: string,
  to: string,
  way: 'walk-again' | 'come-back',
): AppException | undefined => {
  const [task, target] = [userTask(plan, from), userTask(plan, to)];
  const { returns } = task ?? {};
  const named = returns === undefined || returns.to.includes('*') || returns.to.includes(to);
  const allowed = named && (returns === undefined || returns.ways.includes(way));
  if (!target || to === from || target.process !== task?.process || !allowed)
    return conflict('ACTS.RETURN_NOT_ALLOWED', 'The process does not allow a return to this step.');
  return undefined;
};

/** Whether the definition lets a completion be taken back; where it says nothing, it does. */
export const mayTakeBack = (plan: ProcessPlan, node: string): AppException | undefined =>
  userTask(plan, node)?.takeBack === false
    ? conflict('ACTS.TAKE_BACK_NOT_ALLOWED', 'The process does not let this step be taken back.')
    : undefined;
