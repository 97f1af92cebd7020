import type { StartEvent } from '../plan/plan-node.js';
import { indexOf } from '../plan/plan-index.js';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { Scope } from '../state/case-state.js';
import { type NodeMapping, mapped } from './node-mapping.js';

/**
 * Starts of event sub-processes that only the other version has in a scope that is open: they listen from now on. One
 * that both versions have is left as it is: it may have fired, or been closed with its scope's other waits.
 */
export const newEventStarts = (
  from: ProcessPlan,
  to: ProcessPlan,
  scope: Scope,
  mapping: NodeMapping,
): readonly StartEvent[] => {
  if (scope.kept || scope.loop) return [];
  const here = scope.node === undefined ? scope : { ...scope, node: mapped(mapping, scope.node) };
  const known = new Set(
    indexOf(from)
      .inside(scope)
      .eventSubProcesses.map(({ start }) => mapped(mapping, start.id)),
  );
  return indexOf(to)
    .inside(here)
    .eventSubProcesses.flatMap(({ start }) => (known.has(start.id) ? [] : [start]));
};
