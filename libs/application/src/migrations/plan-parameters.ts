import type { JsonObject } from '@lianban/kernel';
import type { Migration } from './migration.requests.js';

/** The kind of the bulk operation; it is about the version that the cases leave. */
export const MIGRATE_CASES = 'migrate-cases';

type Plan = Pick<Migration, 'definitionId' | 'mapping'> & { readonly from: string };

export const planParameters = ({ from, definitionId, mapping }: Plan): JsonObject => ({
  from,
  definitionId,
  mapping,
});

export const readPlan = (parameters: JsonObject): Plan => parameters as unknown as Plan;

export const samePlan = (one: Plan, other: Plan): boolean =>
  one.from === other.from &&
  one.definitionId === other.definitionId &&
  Object.keys(one.mapping).length === Object.keys(other.mapping).length &&
  Object.entries(one.mapping).every(([step, target]) => other.mapping[step] === target);
