import type { Scope, Token } from '../../state/case-state.js';
import type { Effect } from '../effect.js';
import type { Machine } from '../machine/machine.js';

interface Closing {
  /** Written on tasks as their outcome; never a consent. */
  readonly closesAs?: string;
  readonly by?: NonNullable<Extract<Effect, { kind: 'task-closed' }>['by']>;
  /** What observers are told of the token itself. */
  readonly observed?: 'left' | 'cancelled';
}

/**
 * Takes a token away with all that hangs on it: open tasks, requested services, waits, and for a sub-process
 * everything inside.
 */
export const cancelToken = (machine: Machine, token: Token, closing: Closing = {}): void => {
  const { observed = 'cancelled', ...inside } = closing;
  const instance = machine.isInstance(token);
  machine.tokens.delete(token.id);
  machine.closeWaitsOf(token.id);
  const inner = token.holds === undefined ? undefined : machine.scopes.get(token.holds);
  if (inner) cancelScope(machine, inner, inside);
  const node = machine.nodeOf(token);
  const outcome = inside.closesAs === undefined ? {} : { outcome: inside.closesAs };
  const come = token.idle === undefined && !machine.isOnItsWay(token.id);
  const started = come && token.incident === undefined && inner?.loop === undefined;
  if ((node.type === 'userTask' || node.type === 'manualTask') && started) {
    const by = inside.by === undefined ? {} : { by: inside.by };
    machine.emit({ kind: 'task-closed', task: token.id, node: node.id, how: 'cancelled', ...outcome, ...by });
  }
  if ((node.type === 'serviceTask' || node.type === 'sendTask') && started) {
    machine.emit({ kind: 'service-cancelled', token: token.id, node: node.id });
  }
  if ('boundary' in node && !instance && come) {
    machine.emit({ kind: 'activity-cancelled', node: node.id, ...outcome });
  }
  machine.observe(observed, node.id, token);
  // A handler that is taken away has undone what it could.
  if (token.undoes !== undefined) machine.next({ kind: 'undo', run: token.undoes });
};

/** Cancels every token of a scope, what it keeps to be undone, and the scope itself. */
export const cancelScope = (machine: Machine, scope: Scope, closing: Closing = {}): void => {
  const undone = machine.compensations.filter((run) => run.scope === scope.id);
  machine.compensations = machine.compensations.filter((run) => run.scope !== scope.id);
  for (const { waiting } of undone) {
    // Nothing will ever tell it that all is undone.
    const token = waiting === undefined ? undefined : machine.tokens.get(waiting);
    if (token) cancelToken(machine, token, closing);
  }
  for (const token of machine.tokens.in(scope.id)) {
    if (machine.tokens.get(token.id)) cancelToken(machine, token, closing);
  }
  machine.closeWaitsOf(scope.id);
  for (const kept of machine.scopes.keptIn(scope.id)) cancelScope(machine, kept, closing);
  machine.closeScope(scope);
};
