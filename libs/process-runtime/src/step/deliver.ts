import type { Json } from '@lianban/kernel';
import type { Wait } from '../state/case-state.js';
import { fireBoundary } from './boundary.js';
import type { LocalVariables, Machine } from './machine.js';

/** What an armed catch waited for has come: a catch event or receive task goes on, a boundary event fires. */
export const deliver = (machine: Machine, wait: Wait, locals: LocalVariables): void => {
  const token = machine.tokens.get(wait.token);
  if (!token) throw new Error(`Wait ${wait.id} has no token.`);
  const node = machine.index.node(wait.node);
  if (node.type === 'boundaryEvent') {
    // A timer fires once; a non-interrupting message or signal event stays armed (BPMN 2.0.2 §13.5.3).
    if (wait.kind === 'timer') machine.waits.delete(wait.id);
    return fireBoundary(machine, node, token, locals);
  }
  if (wait.kind === 'timer') machine.waits.delete(wait.id);
  machine.closeWaitsOf(token.id);
  machine.work.unshift({ kind: 'leave', token, locals });
};

export const deliverMessage = (machine: Machine, wait: Wait, message: string, event: Json): void => {
  machine.emit({ kind: 'message-consumed', message, node: wait.node, event });
  machine.put({ [wait.node]: { event } });
  deliver(machine, wait, { event });
};

/** Signals stay inside their case and reach every catch that is armed at this moment. */
export const deliverSignal = (machine: Machine, signal: string): void => {
  for (const wait of machine.waits.values()) {
    if (wait.kind === 'signal' && wait.name === signal) deliver(machine, wait, {});
  }
};
