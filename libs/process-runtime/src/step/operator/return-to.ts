import { aheadOf } from '../../plan/forward-graph.js';
import type { PlanNode } from '../../plan/plan-node.js';
import type { Token } from '../../state/case-state.js';
import { cancelToken } from '../activities/cancel.js';
import type { Machine } from '../machine/machine.js';
import type { OperatorCommand } from '../operator-command.js';
import { type Applied, DONE, refuse } from '../stimuli/refusal.js';

/**
 * 退回: from an open task to an earlier step. To walk again, what a fork between the two has sent on other ways is taken
 * away with the task, and nothing else; to come straight back, nobody but the task is touched.
 */
export const returnTo = (
  machine: Machine,
  { task, node: target, then }: Extract<OperatorCommand, { kind: 'return-to' }>,
): Applied => {
  const token = machine.tokens.get(task);
  const node = token && machine.nodeOf(token);
  if (!token || token.incident || token.idle || (node?.type !== 'userTask' && node?.type !== 'manualTask'))
    return refuse('conflict', 'CASES.TASK_NOT_OPEN', 'The task is not open any more.');
  const place = placeBeside(machine, token, target);
  const { plan } = machine.index;
  if (!place || place.node === target || !aheadOf(plan, target).has(place.node))
    return refuse('conflict', 'CASES.NOT_UPSTREAM', 'The task did not come from this step.');
  const sameScope = place.scope === (machine.isInstance(token) ? scopeAround(machine, token) : token.scope);
  if (then === 'come-back' && !sameScope)
    return refuse(
      'conflict',
      'CASES.CANNOT_COME_BACK',
      'From inside a sub-process the case cannot come straight back.',
    );
  const siblings = then === 'walk-again' ? sentOtherWays(machine, place, target) : [];
  for (const other of [place, ...siblings]) cancelToken(machine, other, { by: 'return-to' });
  const back = then === 'come-back' ? { backTo: place.node } : {};
  machine.next({ kind: 'enter', token: machine.createToken(target, place.scope, back).id });
  return DONE;
};

/** The token, or the one that holds it, which stands in the scope of the target. */
const placeBeside = (machine: Machine, task: Token, target: string): Token | undefined => {
  const { nodes } = machine.index.plan;
  const wanted = Object.hasOwn(nodes, target) ? nodes[target] : undefined;
  if (!wanted) return undefined;
  for (let token: Token | undefined = task; token; token = machine.tokens.holderOf(token.scope)) {
    const node = machine.nodeOf(token);
    if (!machine.isInstance(token) && node.parent === wanted.parent && node.process === wanted.process)
      return token;
  }
  return undefined;
};

const scopeAround = (machine: Machine, instance: Token): string | undefined =>
  machine.tokens.holderOf(instance.scope)?.scope;

/** Tokens beside `place` on ways that a fork between the target and it has opened. */
const sentOtherWays = (machine: Machine, place: Token, target: string): readonly Token[] => {
  const { plan } = machine.index;
  const forks = [...aheadOf(plan, target)].filter((id) => {
    const node = plan.nodes[id];
    return node && forksAt(machine, node) && aheadOf(plan, id).has(place.node);
  });
  const beyond = new Set(forks.flatMap((fork) => [...aheadOf(plan, fork)]));
  return machine.tokens.in(place.scope).filter((other) => {
    if (other.id === place.id) return false;
    // What waits at a join is where it came from: the join itself may lie behind other forks.
    const from = other.arrivedBy === undefined ? other.node : machine.index.flow(other.arrivedBy).from;
    return beyond.has(from);
  });
};

const forksAt = (machine: Machine, node: PlanNode): boolean => {
  if (node.type === 'exclusiveGateway' || node.type === 'eventBasedGateway') return false;
  if (node.outgoing.length > 1) return true;
  return (
    'boundary' in node &&
    node.boundary.some((id) => {
      const event = machine.index.node(id);
      return event.type === 'boundaryEvent' && !event.interrupting;
    })
  );
};
