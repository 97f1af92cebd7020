import type { ProcessPlan } from '@lianban/process-runtime';
import type { FullDirectory } from './office-directory.port.js';
import { officeOfStep } from './office-of-step.js';

/** 牵头单位: the office behind the first lane that a department stands behind. */
export const leadOfProcess = (around: {
  readonly plan: ProcessPlan;
  readonly district: string;
  readonly directory: FullDirectory;
}): string | undefined => {
  const { plan, directory } = around;
  const lane = Object.keys(plan.lanes).find((id) =>
    directory.departments.has(plan.lanes[id]?.department ?? ''),
  );
  const node = lane && Object.values(plan.nodes).find((candidate) => candidate.lane === lane);
  return node ? officeOfStep(around, node.id, []) : undefined;
};
