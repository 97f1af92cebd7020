import type { BoundaryEvent } from '../plan/plan-node.js';
import type { Token } from '../state/case-state.js';
import { cancelToken } from './cancel.js';
import type { LocalVariables, Machine } from './machine.js';

/**
 * A boundary event happens: an interrupting one takes its activity away first, another only adds a token. An error
 * always interrupts, whatever the file says (BPMN 2.0.2 §10.5.4).
 */
export const fireBoundary = (
  machine: Machine,
  event: BoundaryEvent,
  activity: Token,
  locals: LocalVariables,
): void => {
  if (event.interrupting || event.trigger.kind === 'error') cancelToken(machine, activity, event.closesAs);
  const token = machine.createToken(event.id, activity.scope);
  machine.work.unshift({ kind: 'leave', token, locals });
};

/** The error boundary of `activity` for `code`: the one that names the code, else the one that names none. */
export const errorBoundaryOf = (
  machine: Machine,
  activity: Token,
  code: string,
): BoundaryEvent | undefined => {
  const node = machine.nodeOf(activity);
  if (!('boundary' in node)) return undefined;
  let catchAll: BoundaryEvent | undefined;
  for (const id of node.boundary) {
    const event = machine.index.node(id);
    if (event.type !== 'boundaryEvent' || event.trigger.kind !== 'error') continue;
    if (event.trigger.code === code) return event;
    if (event.trigger.code === undefined) catchAll = event;
  }
  return catchAll;
};

/** Looks for a catcher of an error thrown by `token`, from its own sub-process outwards. */
export const findErrorBoundary = (
  machine: Machine,
  token: Token,
  code: string,
): { readonly event: BoundaryEvent; readonly holder: Token } | undefined => {
  let scope: string | undefined = token.scope;
  while (scope !== undefined) {
    const current: string = scope;
    const holder = [...machine.tokens.values()].find((candidate) => candidate.holds === current);
    if (!holder) return undefined;
    const event = errorBoundaryOf(machine, holder, code);
    if (event) return { event, holder };
    scope = holder.scope;
  }
  return undefined;
};
