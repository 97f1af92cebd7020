import type { PlanNode } from '../../plan/plan-node.js';
import type { CompensationRecord, Scope, Token } from '../../state/case-state.js';
import { cancelScope } from '../activities/cancel.js';
import { partsOf } from '../events/triggers.js';
import type { Machine } from '../machine/machine.js';
import { namesOf } from '../machine/variables.js';

/**
 * An activity was completed: what can undo it is noted in its scope, with a kept inside where there is something to
 * undo inside (BPMN 2.0.2 §13.5.5). Else the inside is closed. `scope` is the scope the activity stands in.
 */
export const completeInside = (machine: Machine, token: Token, node: PlanNode, scope: string): void => {
  const inside = token.holds === undefined ? undefined : machine.scopes.get(token.holds);
  const forGood = isHandler(node) || token.undoes !== undefined;
  const kept = !forGood && inside !== undefined && canBeUndone(machine, inside);
  if (inside && kept) {
    machine.closeWaitsOf(inside.id);
    const data = { ...inside.data, ...(token.instance ? namesOf(token.instance) : {}) };
    machine.scopes.set({
      ...inside,
      parent: scope,
      kept: true,
      ...(Object.keys(data).length === 0 ? {} : { data }),
    });
  } else if (inside) cancelScope(machine, inside);
  const handler = forGood ? undefined : handlerOf(machine, node);
  if (handler === undefined && !kept) return;
  const home = machine.scopeOf(scope);
  const { words: _said, ...instance } = token.instance ?? { counter: 0 };
  const record: CompensationRecord = {
    activity: node.id,
    ...(handler === undefined ? {} : { handler }),
    ...(inside && kept ? { scope: inside.id } : {}),
    ...(token.instance ? { instance } : {}),
  };
  machine.scopes.set({ ...home, records: [...(home.records ?? []), record] });
};

const isHandler = (node: PlanNode): boolean =>
  ('forCompensation' in node && node.forCompensation) ||
  (node.type === 'subProcess' && node.triggeredByEvent === true);

const canBeUndone = (machine: Machine, inside: Scope): boolean =>
  (inside.records?.length ?? 0) > 0 || machine.index.inside(inside).compensation !== undefined;

const handlerOf = (machine: Machine, node: PlanNode): string | undefined => {
  if (!('boundary' in node)) return undefined;
  for (const id of node.boundary) {
    const event = machine.index.node(id);
    if (event.type !== 'boundaryEvent') continue;
    for (const trigger of partsOf(event.trigger)) {
      if (trigger.kind === 'compensation' && trigger.handler !== undefined) return trigger.handler;
    }
  }
  return undefined;
};
