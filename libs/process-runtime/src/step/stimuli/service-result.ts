import type { PlanNode } from '../../plan/plan-node.js';
import type { Token } from '../../state/case-state.js';
import { catchBy, findCatcher } from '../events/catchers.js';
import { stop } from '../flow/stop.js';
import type { Machine } from '../machine/machine.js';
import { keepWords } from '../machine/variables.js';
import type { ServiceResult } from '../stimulus.js';
import { type Applied, DONE, refuse } from './refusal.js';
import { freed } from './retry-incident.js';

export const serviceResult = (machine: Machine, id: string, result: ServiceResult): Applied => {
  const token = machine.tokens.get(id);
  const node = token && machine.nodeOf(token);
  // After a refusal the other side, or a person in its stead, may still answer.
  const answerable =
    token !== undefined &&
    !token.idle &&
    (token.incident ?? { phase: 'service' }).phase === 'service' &&
    machine.scopes.get(token.holds ?? '')?.loop === undefined;
  if (answerable && isPersons(node) && token.incident === undefined && result.kind === 'error') {
    return taskError(machine, token, result);
  }
  if (!answerable || (node?.type !== 'serviceTask' && node?.type !== 'sendTask')) {
    return refuse('conflict', 'CASES.SERVICE_NOT_OPEN', 'The case does not wait for this result any more.');
  }
  switch (result.kind) {
    case 'done': {
      keepWords(machine, freed(machine, token), node.id, { result: result.data });
      if (result.variables) machine.put(result.variables, machine.tokens.get(id) ?? token);
      machine.next({ kind: 'leave', token: id, locals: { result: result.data } });
      return DONE;
    }
    case 'not-yet': {
      const { retryInSeconds } = result;
      machine.emit({ kind: 'service-deferred', token: id, node: node.id, retryInSeconds });
      return DONE;
    }
    case 'error':
      return serviceError(machine, token, result);
  }
};

const isPersons = (node: PlanNode | undefined): boolean =>
  node?.type === 'userTask' || node?.type === 'manualTask';

/** A person's task ends with an error; where nothing catches it, trying again asks the person anew. */
const taskError = (
  machine: Machine,
  token: Token,
  { code, data }: Extract<ServiceResult, { kind: 'error' }>,
): Applied => {
  const error = { code, ...data };
  keepWords(machine, token, token.node, { error });
  const catcher = findCatcher(machine, token, 'error', code);
  if (catcher) {
    machine.next(...catchBy(machine, catcher, 'error', { error }));
    return DONE;
  }
  machine.closeWaitsOf(token.id);
  machine.emit({ kind: 'task-closed', task: token.id, node: token.node, how: 'cancelled' });
  const stopped = machine.tokens.get(token.id) ?? token;
  stop(machine, stopped, 'enter', code, 'The task ended with an error that nothing catches.');
  return DONE;
};

const serviceError = (
  machine: Machine,
  token: Token,
  { code, data }: Extract<ServiceResult, { kind: 'error' }>,
): Applied => {
  const error = { code, ...data };
  keepWords(machine, token, token.node, { error });
  const catcher = findCatcher(machine, token, 'error', code);
  if (catcher) machine.next(...catchBy(machine, catcher, 'error', { error }));
  else {
    stop(
      machine,
      machine.tokens.get(token.id) ?? token,
      'service',
      code,
      'The service refused, and the process has no way for this error.',
    );
  }
  return DONE;
};
