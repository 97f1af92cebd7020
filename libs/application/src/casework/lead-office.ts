import { routeLane } from '@lianban/domain';
import type { ProcessPlan } from '@lianban/process-runtime';
import type { FullDirectory } from '../routing/index.js';

/** The office that leads the countersigned step in the district of the case. */
export const leadOfficeOf = (
  plan: ProcessPlan,
  node: string,
  { district, data }: { readonly district: string; readonly data: Readonly<Record<string, unknown>> },
  directory: FullDirectory,
): string | undefined => {
  const lane = plan.lanes[plan.nodes[node]?.lane ?? ''];
  return lane && routeLane(lane, district, data, directory)?.office.id;
};
