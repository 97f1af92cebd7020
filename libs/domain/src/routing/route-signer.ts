import type { Json } from '@lianban/kernel';
import type { PlanLane, ProcessPlan } from '@lianban/process-runtime';
import { type Directory, type Route, routeLane } from './route-lane.js';

/** Where the task of one signer goes: an office, or a person in it. */
export interface SignerRoute extends Route {
  readonly person?: string;
}

/** Directory with its posts: a signer may be a person. */
export interface StaffedDirectory extends Directory {
  readonly holders: readonly { readonly userId: string; readonly officeId: string }[];
  readonly departments: ReadonlyMap<string, unknown>;
}

/**
 * Finds the office of a signer (会签单位). A signer is a text: the id of an office; the id of a person, whose task it
 * becomes in an office of the district of the case where they hold a post there, else in their first; the code of a
 * department or of a lane of the process, routed as any lane is. A department that no lane names is looked for at the
 * level of the countersigned step.
 */
export const routeSigner = (
  signer: Json,
  step: PlanLane | undefined,
  { lanes }: ProcessPlan,
  district: string,
  data: Readonly<Record<string, unknown>>,
  directory: StaffedDirectory,
): SignerRoute | undefined => {
  if (typeof signer !== 'string') return undefined;
  const office = directory.offices.find(({ id }) => id === signer);
  if (office) return { office, rule: 'signer', department: office.department };
  const posts = directory.holders.filter(({ userId }) => userId === signer);
  if (posts.length > 0) {
    const held = directory.offices.filter(({ id }) => posts.some(({ officeId }) => officeId === id));
    const own = held.find((candidate) => candidate.district === district) ?? held[0];
    return own && { office: own, rule: 'signer', department: own.department, person: signer };
  }
  const lane = lanes[signer] ?? Object.values(lanes).find(({ department }) => department === signer);
  if (lane) return routeLane(lane, district, data, directory);
  if (!step || !directory.departments.has(signer)) return undefined;
  const { function: _ofStep, ...level } = step;
  return routeLane({ ...level, department: signer }, district, data, directory);
};
