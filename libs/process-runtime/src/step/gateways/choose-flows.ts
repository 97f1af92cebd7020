import type { ComplexGateway, Gateway } from '../../plan/plan-node.js';
import { failure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Place } from '../machine/variables.js';
import type { LocalVariables } from '../machine/work.js';

/** The ways out of a gateway (BPMN 2.0.2 §13.4): conditions out of a parallel gateway are ignored. */
export const chooseFlows = (
  machine: Machine,
  place: Place,
  node: Gateway | ComplexGateway,
  locals: LocalVariables = {},
): readonly string[] => {
  if (node.type === 'parallelGateway') return node.outgoing;
  if (node.outgoing.length <= 1 && node.type !== 'complexGateway') return node.outgoing;
  const taken: string[] = [];
  for (const id of node.outgoing) {
    if (id === node.defaultFlow) continue;
    const { condition } = machine.index.flow(id);
    if (condition !== undefined && !machine.isTrue(condition, place, locals)) continue;
    taken.push(id);
    if (node.type === 'exclusiveGateway') return taken;
  }
  if (taken.length > 0 || node.outgoing.length === 0) return taken;
  if (node.defaultFlow !== undefined) return [node.defaultFlow];
  throw failure(
    'CASES.NO_FLOW_TAKEN',
    `No sequence flow out of the gateway ${node.id} applies and it has no default.`,
  );
};
