import type { Gateway } from '../plan/plan-node.js';
import type { Token } from '../state/case-state.js';
import { proceed } from './leave.js';
import { ExpressionFailure, type Machine } from './machine.js';

/** A token comes to a gateway (BPMN 2.0.2 §13.4). Joins keep it until they fire. */
export const enterGateway = (machine: Machine, token: Token, node: Gateway, via?: string): void => {
  if (node.type === 'exclusiveGateway') return fire(machine, token.scope, node, [token]);
  const arrived = machine.replace({ ...token, ...(via === undefined ? {} : { arrivedBy: via }) });
  if (node.incoming.length <= 1) return fire(machine, token.scope, node, [arrived]);
  if (node.type === 'inclusiveGateway') return;
  const waiting = tokensAt(machine, node.id, token.scope);
  const oneEach = node.incoming.map((flow) => waiting.find((other) => other.arrivedBy === flow));
  if (oneEach.every((other) => other !== undefined)) fire(machine, token.scope, node, oneEach);
};

export interface ReadyJoin {
  readonly gateway: Gateway;
  readonly scope: string;
  readonly consumed: readonly Token[];
}

/**
 * An inclusive join that no other token can still reach (BPMN 2.0.2 §13.4.3): for each token elsewhere in the
 * scope that may come to an input without a token, there must be a way for it to an input that has one. Asked only
 * when nothing else moves. A join that stands as an incident waits for a person.
 */
export const readyInclusiveJoin = (machine: Machine): ReadyJoin | undefined => {
  for (const token of machine.tokens.values()) {
    const node = machine.nodeOf(token);
    if (node.type !== 'inclusiveGateway') continue;
    const waiting = tokensAt(machine, node.id, token.scope);
    if (waiting.some((other) => other.incident !== undefined)) continue;
    const filled = new Set(waiting.map((other) => other.arrivedBy));
    const mayStillCome = [...machine.tokens.values()].some((other) => {
      if (other.scope !== token.scope || other.node === node.id) return false;
      const reachable = machine.index.reachableInputs(node.id, other.node);
      let empty = false;
      for (const flow of reachable) {
        if (filled.has(flow)) return false;
        empty = true;
      }
      return empty;
    });
    if (mayStillCome) continue;
    const consumed = node.incoming.flatMap((flow) => waiting.find((other) => other.arrivedBy === flow) ?? []);
    return { gateway: node, scope: token.scope, consumed };
  }
  return undefined;
};

export const fireJoin = (machine: Machine, { scope, gateway, consumed }: ReadyJoin): void =>
  fire(machine, scope, gateway, consumed);

const tokensAt = (machine: Machine, node: string, scope: string): readonly Token[] =>
  [...machine.tokens.values()].filter((token) => token.node === node && token.scope === scope);

const fire = (machine: Machine, scope: string, node: Gateway, consumed: readonly Token[]): void => {
  const flows = chosen(machine, node);
  for (const token of consumed) machine.tokens.delete(token.id);
  machine.emit({ kind: 'node-passed', node: node.id });
  proceed(machine, scope, flows);
};

const chosen = (machine: Machine, node: Gateway): readonly string[] => {
  if (node.type === 'parallelGateway' || node.outgoing.length <= 1) return node.outgoing;
  const applies = (id: string): boolean => {
    const { condition } = machine.index.flow(id);
    return id !== node.defaultFlow && (condition === undefined || machine.isTrue(condition, {}));
  };
  const taken: string[] = [];
  for (const id of node.outgoing) {
    if (!applies(id)) continue;
    taken.push(id);
    if (node.type === 'exclusiveGateway') return taken;
  }
  if (taken.length > 0) return taken;
  if (node.defaultFlow !== undefined) return [node.defaultFlow];
  throw new ExpressionFailure({
    kind: 'invalid',
    code: 'CASES.NO_FLOW_TAKEN',
    message: `No sequence flow out of the gateway ${node.id} applies and it has no default.`,
  });
};
