import type { EndEvent } from '../../plan/plan-node.js';
import type { Token } from '../../state/case-state.js';
import { cancelToken } from '../activities/cancel.js';
import { partsOf } from '../events/triggers.js';
import { pass } from '../flow/pass.js';
import { failure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { beginUndo } from './undo.js';

/**
 * A cancel end event (BPMN 2.0.2 §10.7, §13.5.6): everything inside the transaction is taken away, what was completed
 * in it is undone, then it is left by its cancel boundary event.
 */
export const cancelTransaction = (machine: Machine, token: Token, node: EndEvent): readonly Work[] => {
  const holder = transactionOf(machine, token);
  const whole = holder && machine.isInstance(holder) ? machine.tokens.holderOf(holder.scope) : holder;
  const event = whole && cancelBoundary(machine, whole);
  if (holder?.holds === undefined || !whole || !event) {
    throw failure('CASES.CANCEL_NOT_CAUGHT', 'No transaction with a cancel boundary event is around.');
  }
  pass(machine, token, node, {});
  machine.emit({ kind: 'node-passed', node: node.id });
  if (node.outcome !== undefined) machine.outcome = node.outcome;
  machine.tokens.delete(token.id);
  machine.observe('cancelled', node.id, token);
  const boundary = machine.createToken(event.id, whole.scope);
  machine.observe('happened', event.id, boundary);
  for (const inside of machine.tokens.in(holder.holds)) cancelToken(machine, inside);
  machine.compensations = machine.compensations.filter((run) => run.scope !== holder.holds);
  machine.closeWaitsOf(holder.holds);
  machine.closeWaitsOf(whole.id);
  machine.scopes.set({ ...machine.scopeOf(holder.holds), interrupted: true });
  const run = beginUndo(machine, machine.scopeOf(holder.holds), {
    waiting: boundary.id,
    cancels: whole.id,
  });
  machine.tokens.set({ ...boundary, awaits: run.id });
  return [{ kind: 'undo', run: run.id }];
};

const transactionOf = (machine: Machine, token: Token): Token | undefined => {
  for (let scope = machine.scopeOf(token.scope); scope.process === undefined;) {
    const holder = machine.tokens.holderOf(scope.id);
    if (!holder) return undefined;
    const node = machine.nodeOf(holder);
    if (node.type === 'subProcess' && node.transaction && !scope.loop) return holder;
    scope = machine.scopeOf(holder.scope);
  }
  return undefined;
};

const cancelBoundary = (machine: Machine, holder: Token) => {
  const node = machine.nodeOf(holder);
  if (!('boundary' in node)) return undefined;
  for (const id of node.boundary) {
    const event = machine.index.node(id);
    if (event.type === 'boundaryEvent' && partsOf(event.trigger).some(({ kind }) => kind === 'cancel'))
      return event;
  }
  return undefined;
};
