import type { PlanNode } from '../../plan/plan-node.js';
import { judgeEvent } from '../events/judge-event.js';
import { failure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Place } from '../machine/variables.js';
import type { LocalVariables } from '../machine/work.js';

/** Sets what a node puts out, in order, each seeing what came before. */
export const putOutputs = (machine: Machine, place: Place, node: PlanNode, locals: LocalVariables): void => {
  for (const assignment of node.outputs) {
    // An earlier one may have changed the token that the variables are seen from.
    const here = place.id === undefined ? place : (machine.tokens.get(place.id) ?? place);
    machine.put(machine.values([assignment], here, locals), here);
  }
};

/** What completing a node says to the world besides its data: milestones, clocks, events, in this order. */
export const speak = (machine: Machine, place: Place, node: PlanNode, locals: LocalVariables): void => {
  for (const milestone of node.milestones) {
    if (milestone.when !== undefined && !machine.isTrue(milestone.when, place, locals)) continue;
    const at =
      milestone.at === undefined ? machine.context.now : machine.evaluate(milestone.at, place, locals);
    if (typeof at !== 'string') {
      throw failure('CASES.MILESTONE_WITHOUT_INSTANT', `The milestone ${milestone.name} has no instant.`);
    }
    machine.milestones = { ...machine.milestones, [milestone.name]: at };
    machine.changed = true;
    machine.emit({ kind: 'milestone', name: milestone.name, at });
  }
  for (const stop of node.clockStops) {
    machine.emit({ kind: 'clock-stop', action: stop.action, ground: stop.ground, node: node.id });
  }
  for (const event of node.emits) {
    if (event.when !== undefined && !machine.isTrue(event.when, place, locals)) continue;
    const data = machine.values(event.data, place, locals);
    judgeEvent(machine, event.type, data);
    machine.emit({ kind: 'event-emitted', type: event.type, data, node: node.id });
  }
};

export const pass = (machine: Machine, place: Place, node: PlanNode, locals: LocalVariables): void => {
  putOutputs(machine, place, node, locals);
  speak(machine, place, node, locals);
};
