import type { JsonObject } from '@lianban/kernel';
import type { EventSubProcess } from '../../plan/containers.js';
import type { BoundaryEvent } from '../../plan/plan-node.js';
import type { Scope, Token } from '../../state/case-state.js';
import { cancelToken } from '../activities/cancel.js';
import type { Machine } from '../machine/machine.js';
import { keepWordsIn } from '../machine/variables.js';
import type { Work } from '../machine/work.js';

/** What an event brings along, kept under its id: `{ event }`, `{ error }`. */
type Words = JsonObject | undefined;

/** A boundary event happens: an interrupting one takes its activity away, another only adds a token. */
export const fireBoundary = (
  machine: Machine,
  event: BoundaryEvent,
  activity: Token,
  words: Words,
  interrupting = event.interrupting,
): readonly Work[] => {
  if (words) keepWordsIn(machine, activity.scope, event.id, words);
  const token = machine.createToken(event.id, activity.scope);
  machine.observe('happened', event.id, token);
  if (interrupting) {
    const closing = event.closesAs === undefined ? {} : { closesAs: event.closesAs };
    cancelToken(machine, activity, { ...closing, observed: 'left' });
  }
  return [{ kind: 'leave', token: token.id, locals: words ?? {} }];
};

/** The start event of an event sub-process happens (BPMN 2.0.2 §13.5.4). */
export const fireEventSubProcess = (
  machine: Machine,
  scope: Scope,
  { node, start }: EventSubProcess,
  words: Words,
  interrupting = start.interrupting !== false,
): readonly Work[] => {
  if (interrupting) {
    for (const token of machine.tokens.in(scope.id)) cancelToken(machine, token);
    machine.closeWaitsOf(scope.id);
    machine.compensations = machine.compensations.filter((run) => run.scope !== scope.id);
    machine.scopes.set({ ...machine.scopeOf(scope.id), interrupted: true });
  }
  if (words) keepWordsIn(machine, scope.id, start.id, words);
  const token = machine.createToken(node.id, scope.id, { startedBy: start.id });
  return [{ kind: 'enter', token: token.id }];
};
