import type { ProcessPlan } from '../plan/process-plan.js';
import type { CompensationRecord, Scope } from '../state/case-state.js';
import { type NodeMapping, mapped } from './node-mapping.js';

const exists = ({ nodes }: ProcessPlan, id: string): boolean => Object.hasOwn(nodes, id);

/** What was completed can be undone in the other version too: its activity, and what undoes it, are there. */
export const canStillBeUndone = (
  to: ProcessPlan,
  { activity, handler }: CompensationRecord,
  mapping: NodeMapping,
): boolean =>
  exists(to, mapped(mapping, activity)) && (handler === undefined || exists(to, mapped(mapping, handler)));

/** A scope with all elements it speaks of, as the other version calls them. */
export const mapScope = (to: ProcessPlan, scope: Scope, mapping: NodeMapping): Scope => {
  const { node, records, toStart, fired } = scope;
  return {
    ...scope,
    ...(node === undefined ? {} : { node: mapped(mapping, node) }),
    ...(records === undefined
      ? {}
      : {
          records: records
            .filter((record) => canStillBeUndone(to, record, mapping))
            .map((record) => ({
              ...record,
              activity: mapped(mapping, record.activity),
              ...(record.handler === undefined ? {} : { handler: mapped(mapping, record.handler) }),
            })),
        }),
    ...(toStart === undefined
      ? {}
      : { toStart: toStart.map((id) => mapped(mapping, id)).filter((id) => exists(to, id)) }),
    ...(fired === undefined
      ? {}
      : {
          fired: Object.fromEntries(Object.entries(fired).map(([id, flows]) => [mapped(mapping, id), flows])),
        }),
  };
};
