import type { Activity, BoundaryEvent } from '../../plan/plan-node.js';
import type { Token } from '../../state/case-state.js';
import { armBoundary, boundaryToArm } from '../events/arm.js';
import { partsOf } from '../events/triggers.js';
import { startLoop } from '../loops/start-loop.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { startActivity } from './start-activity.js';

/**
 * A token comes to an activity. It may have to wait for others first (`startQuantity`, BPMN 2.0.2 §13.3.2), and its
 * conditional boundary events are served before anything inside starts.
 */
export const enterActivity = (machine: Machine, token: Token, node: Activity): readonly Work[] => {
  if (machine.isInstance(token)) return startActivity(machine, token, node);
  if (!enoughHaveCome(machine, token, node)) {
    machine.tokens.set({ ...token, idle: true });
    return [];
  }
  const conditional = boundaryToArm(machine, token, node).filter(isConditional);
  if (conditional.length === 0) return beginActivity(machine, token, node);
  const first = armBoundary(machine, token, conditional);
  if (first.length === 0) return beginActivity(machine, token, node);
  machine.tokens.set({ ...token, idle: true });
  return [...first, { kind: 'begin', token: token.id }];
};

/** The activity starts, and what is attached to it is armed. */
export const beginActivity = (machine: Machine, waiting: Token, node: Activity): readonly Work[] => {
  const { idle, ...free } = waiting;
  const token = idle ? machine.tokens.set(free) : waiting;
  const events = doneAtOnce(node)
    ? []
    : boundaryToArm(machine, token, node).filter((event) => !isConditional(event));
  const work = node.loop ? startLoop(machine, token, node, node.loop) : startActivity(machine, token, node);
  return [...armBoundary(machine, token, events), ...work];
};

/** Where enough tokens have come, the others are taken in. */
const enoughHaveCome = (machine: Machine, token: Token, { id, startQuantity = 1 }: Activity): boolean => {
  if (startQuantity <= 1) return true;
  const others = machine.tokens.at(id, token.scope).filter((other) => other.idle && other.id !== token.id);
  if (others.length + 1 < startQuantity) return false;
  for (const other of others.slice(0, startQuantity - 1)) machine.tokens.delete(other.id);
  return true;
};

const isConditional = ({ trigger }: BoundaryEvent): boolean =>
  partsOf(trigger).some(({ kind }) => kind === 'condition');

/** Nothing can happen while it is done. */
const doneAtOnce = (node: Activity): boolean =>
  node.loop === undefined &&
  (node.type === 'task' ||
    node.type === 'scriptTask' ||
    node.type === 'businessRuleTask' ||
    ('implementation' in node && node.implementation.kind === 'message'));
