import type { PlanNode, ProcessPlan } from '@lianban/process-runtime';

/** The clock whose due instant an open task carries: the first of its step, else that of the activity around it. */
export const clockOfTask = (plan: ProcessPlan, node: string): string | undefined => {
  const found = plan.nodes[node];
  if (!found) return undefined;
  const parent = found.parent === undefined ? undefined : plan.nodes[found.parent];
  return firstClock(found) ?? (parent && firstClock(parent));
};

const firstClock = (node: PlanNode): string | undefined => ('clocks' in node ? node.clocks[0] : undefined);
