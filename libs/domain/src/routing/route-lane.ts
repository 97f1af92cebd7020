import type { PlanLane } from '@lianban/process-runtime';

export interface Office {
  readonly id: string;
  readonly department: string;
  readonly district: string;
  readonly function?: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** Which office answers for a department's function in a district, where it isn't the obvious one. */
export interface RoutingOverride {
  readonly district: string;
  readonly department: string;
  readonly function: string;
  readonly officeId: string;
  readonly reason: string;
  readonly version: number;
}

/** The directory as routing needs it. */
export interface Directory {
  readonly offices: readonly Office[];
  readonly overrides: readonly RoutingOverride[];
  /** Offices in which somebody holds a post; absent where that is not known. */
  readonly staffed?: ReadonlySet<string>;
  /** District by code: its parent, for the next level up. */
  readonly parents: ReadonlyMap<string, string>;
}

/** Where a lane leads, and why: kept with the task for "why is this mine". */
export interface Route {
  readonly office: Office;
  readonly rule: 'override' | 'function' | 'department' | 'next-level-up' | 'signer';
  readonly department: string;
  readonly reason?: string;
  readonly version?: number;
}

/** The function an office answers for where a lane names none. */
export const DEFAULT_FUNCTION = 'daily-supervision';

/** Lanes that name a role: which department plays it is written in the case. */
const ROLES: Readonly<Record<string, string>> = { 'registration-authority': 'registrationAuthority' };

export const departmentOf = (lane: PlanLane, data: Readonly<Record<string, unknown>>): string => {
  const role = ROLES[lane.department];
  const played = role === undefined ? undefined : data[role];
  return typeof played === 'string' ? played : lane.department;
};

/**
 * Finds the office of a lane in a district: an override first, then the office of the department with that function,
 * then any office of the department, then the same one level up: an empty duty cell (机构不明确 or 人员不到位), which is
 * itself a finding.
 */
export const routeLane = (
  lane: PlanLane,
  district: string,
  data: Readonly<Record<string, unknown>>,
  directory: Directory,
): Route | undefined => {
  const department = departmentOf(lane, data);
  const wanted = lane.function ?? DEFAULT_FUNCTION;
  const start = lane.level === 'city' ? (directory.parents.get(district) ?? district) : district;
  let unstaffed: Route | undefined;
  for (let place: string | undefined = start; place !== undefined; place = directory.parents.get(place)) {
    const found = officeIn(place, department, wanted, directory);
    if (!found) continue;
    const route: Route =
      place === start ? found : { office: found.office, rule: 'next-level-up', department };
    if (isStaffed(route.office, directory)) return route;
    unstaffed ??= route;
  }
  // Nobody anywhere: it waits where it belongs, for whoever is given the post.
  return unstaffed;
};

const officeIn = (
  place: string,
  department: string,
  wanted: string,
  directory: Directory,
): Route | undefined => {
  const { offices, overrides } = directory;
  const override = overrides.find(
    (entry) => entry.district === place && entry.department === department && entry.function === wanted,
  );
  const overriding = override && offices.find((office) => office.id === override.officeId);
  if (override && overriding) {
    const { reason, version } = override;
    return { office: overriding, rule: 'override', department, reason, version };
  }
  const here = offices.filter((office) => office.department === department && office.district === place);
  const exact = here.filter((office) => office.function === wanted);
  const office =
    [...exact, ...here].find((candidate) => isStaffed(candidate, directory)) ?? exact[0] ?? here[0];
  return office && { office, rule: office.function === wanted ? 'function' : 'department', department };
};

const isStaffed = (office: Office, { staffed }: Directory): boolean => staffed?.has(office.id) ?? true;
