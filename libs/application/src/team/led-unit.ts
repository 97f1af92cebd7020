import type { Absent, Actor } from '@lianban/domain';
import { type AppException, denied } from '@lianban/kernel';
import type { FullDirectory, PostHolder } from '../routing/index.js';

/** Posts that lead a unit: 科室负责人, 分管领导, 主要负责人. */
const LEADING = new Set(['section-head', 'deputy-head', 'department-head']);

/** What somebody leads: the desks of a department in a district, and who holds a post there. */
export interface LedUnit {
  readonly officeIds: readonly string[];
  readonly holders: readonly PostHolder[];
}

/** All desks of the units that a person, or somebody for whom they stand in, leads. */
export const ledUnit = (actor: Actor, { offices, holders }: FullDirectory): LedUnit | undefined => {
  const people = new Set([actor.id, ...(actor.standsInFor ?? []).map(({ id }) => id)]);
  const led = new Set(
    holders
      .filter(({ userId, post }) => people.has(userId) && LEADING.has(post))
      .map(({ officeId }) => unitOf(offices.find(({ id }) => id === officeId))),
  );
  const officeIds = offices.filter((office) => led.has(unitOf(office))).map(({ id }) => id);
  if (officeIds.length === 0) return undefined;
  return { officeIds, holders: holders.filter(({ officeId }) => officeIds.includes(officeId)) };
};

/** In whose name somebody leads the unit of an office, where they do it only as a stand-in. */
export const leadsInNameOf = (
  actor: Actor,
  directory: FullDirectory,
  officeId: string,
): Absent | undefined => {
  const leads = (id: string): boolean =>
    ledUnit({ ...actor, id, standsInFor: [] }, directory)?.officeIds.includes(officeId) === true;
  return leads(actor.id) ? undefined : actor.standsInFor?.find(({ id }) => leads(id));
};

const unitOf = (office?: { readonly department: string; readonly district: string }): string =>
  `${office?.department} ${office?.district}`;

const notALead = (): AppException =>
  denied('TEAM.NOT_A_LEAD', 'Only who leads a unit sees its people and moves its tasks.');

export const mustLead = (actor: Actor, directory: FullDirectory): LedUnit => {
  const unit = ledUnit(actor, directory);
  if (!unit) throw notALead();
  return unit;
};
