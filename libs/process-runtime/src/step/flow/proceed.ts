import type { PlanNode } from '../../plan/plan-node.js';
import { failure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Place } from '../machine/variables.js';
import type { LocalVariables, Work } from '../machine/work.js';

/**
 * A token for each flow (or several); the first flow is walked first. A node without outgoing flows ends its path
 * (BPMN 2.0.2 §13.3.1).
 */
export const proceed = (
  machine: Machine,
  scope: string,
  flows: readonly string[],
  quantity = 1,
): readonly Work[] => {
  const work: Work[] = [];
  for (const via of flows) {
    const { to } = machine.index.flow(via);
    for (let i = 0; i < quantity; i += 1) {
      work.push({ kind: 'enter', token: machine.createToken(to, scope).id, via });
    }
  }
  return work.length === 0 ? [{ kind: 'settle-scope', scope }] : work;
};

/**
 * The flows out of an activity or event: without a condition always, else where it holds; the default where no other
 * is taken (BPMN 2.0.2 §13.3.1).
 */
export const flowsOut = (
  machine: Machine,
  place: Place,
  node: PlanNode,
  locals: LocalVariables,
): readonly string[] => {
  if (node.outgoing.length === 0) return [];
  const defaultFlow = 'defaultFlow' in node ? node.defaultFlow : undefined;
  const taken: string[] = [];
  for (const id of node.outgoing) {
    if (id === defaultFlow) continue;
    const { condition } = machine.index.flow(id);
    if (condition === undefined || machine.isTrue(condition, place, locals)) taken.push(id);
  }
  if (taken.length > 0) return taken;
  if (defaultFlow !== undefined) return [defaultFlow];
  throw failure('CASES.NO_FLOW_TAKEN', `No sequence flow out of ${node.id} applies.`);
};
