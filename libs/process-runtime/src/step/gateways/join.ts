import type { Gateway, PlanNode } from '../../plan/plan-node.js';
import type { Token } from '../../state/case-state.js';
import { proceed } from '../flow/proceed.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { chooseFlows } from './choose-flows.js';

/** A token comes to a gateway (BPMN 2.0.2 §13.4). Joins keep it until they fire. */
export const enterGateway = (machine: Machine, token: Token, node: Gateway): readonly Work[] => {
  if (node.type === 'exclusiveGateway' || node.incoming.length <= 1) return fire(machine, node, [token]);
  if (node.type === 'inclusiveGateway') return [];
  const waiting = machine.tokens.at(node.id, token.scope);
  const oneEach = oneOfEach(node, waiting);
  return oneEach.length === node.incoming.length ? fire(machine, node, oneEach) : [];
};

/** One waiting token for each incoming flow that has any, the longest waiting first. */
export const oneOfEach = (
  node: PlanNode,
  waiting: readonly Token[],
  flows: readonly string[] = node.incoming,
): readonly Token[] => flows.flatMap((flow) => waiting.find(({ arrivedBy }) => arrivedBy === flow) ?? []);

/**
 * Whether a token elsewhere in the scope, or one that a boundary event sends out, may still come to one of the `wanted`
 * flows that is empty, without itself having a way to one that is filled (BPMN 2.0.2 §13.4.3).
 */
export const mayStillCome = (
  machine: Machine,
  node: PlanNode,
  scope: string,
  filled: ReadonlySet<string | undefined>,
  wanted: (flow: string) => boolean = () => true,
): boolean => {
  const asked = new Set<string>();
  for (const other of machine.tokens.in(scope)) {
    if (other.node === node.id || asked.has(other.node)) continue;
    asked.add(other.node);
    const reachable = [...machine.index.reachableInputs(node.id, other.node)];
    if (!reachable.some((flow) => wanted(flow) && !filled.has(flow))) continue;
    if (![...machine.index.inputsAhead(node.id, other.node)].some((flow) => filled.has(flow))) return true;
  }
  return false;
};

export const fire = (machine: Machine, node: Gateway, consumed: readonly Token[]): readonly Work[] => {
  const [first] = consumed;
  if (!first) return [];
  const flows = chooseFlows(machine, first, node);
  for (const token of consumed) machine.tokens.delete(token.id);
  machine.emit({ kind: 'node-passed', node: node.id });
  machine.observe('left', node.id, first);
  return proceed(machine, first.scope, flows);
};
