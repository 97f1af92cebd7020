import type { PlanNode } from '../plan/plan-node.js';
import { ROOT_SCOPE } from '../state/initial-state.js';
import type { Token } from '../state/case-state.js';
import type { LocalVariables, Machine } from './machine.js';
import { ExpressionFailure } from './machine.js';

/** What completing a node says to the world: data, milestones, clocks, events, in this order. */
export const pass = (machine: Machine, node: PlanNode, locals: LocalVariables): void => {
  for (const assignment of node.outputs) machine.put(machine.assign([assignment], locals));
  for (const milestone of node.milestones) {
    if (milestone.when !== undefined && !machine.isTrue(milestone.when, locals)) continue;
    const at = milestone.at === undefined ? machine.context.now : machine.evaluate(milestone.at, locals);
    if (typeof at !== 'string') {
      throw new ExpressionFailure({
        kind: 'invalid',
        code: 'CASES.MILESTONE_WITHOUT_INSTANT',
        message: `The milestone ${milestone.name} has no instant.`,
      });
    }
    machine.milestones = { ...machine.milestones, [milestone.name]: at };
    machine.emit({ kind: 'milestone', name: milestone.name, at });
  }
  for (const stop of node.clockStops) {
    machine.emit({ kind: 'clock-stop', action: stop.action, ground: stop.ground, node: node.id });
  }
  for (const event of node.emits) {
    if (event.when !== undefined && !machine.isTrue(event.when, locals)) continue;
    machine.emit({
      kind: 'event-emitted',
      type: event.type,
      data: machine.assign(event.data, locals),
      node: node.id,
    });
  }
};

/** A token leaves its node, done: the node speaks, and the token goes along the sequence flows. */
export const leave = (machine: Machine, token: Token, node: PlanNode, locals: LocalVariables): void => {
  if ('boundary' in node) {
    const outcome = typeof locals['outcome'] === 'string' ? { outcome: locals['outcome'] } : {};
    machine.emit({ kind: 'activity-completed', node: node.id, ...outcome });
  }
  pass(machine, node, locals);
  machine.emit({ kind: 'node-passed', node: node.id });
  const flows = outgoing(machine, node, locals);
  // From here on nothing can fail: what is armed stays armed as long as the node may become an incident.
  if ('boundary' in node) machine.closeWaitsOf(token.id);
  machine.tokens.delete(token.id);
  if (node.type === 'endEvent' && node.result.kind === 'terminate' && token.scope === ROOT_SCOPE) {
    machine.terminated = true;
  }
  proceed(machine, token.scope, flows);
};

/**
 * Creates a token for each flow; the first flow is walked first. A node without outgoing flows ends its path
 * (BPMN 2.0.2 §13.3.1).
 */
export const proceed = (machine: Machine, scope: string, flows: readonly string[]): void => {
  const entering = flows.map((id) => {
    const { to } = machine.index.flow(id);
    return { kind: 'enter' as const, token: machine.createToken(to, scope), node: to, via: id };
  });
  if (entering.length === 0) machine.work.unshift({ kind: 'settle-scope', scope });
  else machine.work.unshift(...entering);
};

const outgoing = (machine: Machine, node: PlanNode, locals: LocalVariables): readonly string[] => {
  if (node.outgoing.length === 0) return [];
  const taken = node.outgoing.filter((id) => {
    const { condition } = machine.index.flow(id);
    return condition === undefined || machine.isTrue(condition, locals);
  });
  if (taken.length > 0) return taken;
  throw new ExpressionFailure({
    kind: 'invalid',
    code: 'CASES.NO_FLOW_TAKEN',
    message: `No sequence flow out of ${node.id} applies.`,
  });
};
