import type { Token } from '../state/case-state.js';
import type { Machine } from './machine.js';

/**
 * Takes a token away with all that hangs on it: open tasks, requested services, waits, and for a sub-process
 * everything inside. `closesAs` is written on tasks as their outcome; it is never a consent.
 */
export const cancelToken = (machine: Machine, token: Token, closesAs?: string): void => {
  machine.tokens.delete(token.id);
  machine.closeWaitsOf(token.id);
  if (token.holds !== undefined) cancelScope(machine, token.holds, closesAs);
  const node = machine.nodeOf(token);
  const outcome = closesAs === undefined ? {} : { outcome: closesAs };
  if (node.type === 'userTask' && token.incident === undefined) {
    machine.emit({ kind: 'task-closed', task: token.id, node: node.id, how: 'cancelled', ...outcome });
  }
  if ((node.type === 'serviceTask' || node.type === 'sendTask') && token.incident === undefined) {
    machine.emit({ kind: 'service-cancelled', token: token.id, node: node.id });
  }
  if ('boundary' in node) machine.emit({ kind: 'activity-cancelled', node: node.id, ...outcome });
};

/** Cancels every token of a scope and the scope itself. */
const cancelScope = (machine: Machine, scope: string, closesAs?: string): void => {
  for (const token of machine.tokens.values()) {
    if (token.scope === scope) cancelToken(machine, token, closesAs);
  }
  machine.scopes.delete(scope);
};
