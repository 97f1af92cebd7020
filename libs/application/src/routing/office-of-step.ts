import { routeLane } from '@lianban/domain';
import type { ProcessPlan } from '@lianban/process-runtime';
import type { FullDirectory } from './office-directory.port.js';

/** The office that has a step or would have it: that of its task, else where its lane leads. */
export const officeOfStep = (
  { plan, district, directory }: { plan: ProcessPlan; district: string; directory: FullDirectory },
  node: string,
  tasks: readonly { readonly node: string; readonly officeId: string }[],
  data: Readonly<Record<string, unknown>> = {},
): string | undefined => {
  const task = tasks.find((candidate) => candidate.node === node);
  if (task) return task.officeId;
  const lane = plan.lanes[plan.nodes[node]?.lane ?? ''];
  return lane && routeLane(lane, district, data, directory)?.office.id;
};
