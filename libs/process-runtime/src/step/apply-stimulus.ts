import { type AppError, type JsonObject, type Result, err, ok } from '@lianban/kernel';
import type { Token } from '../state/case-state.js';
import { ROOT_SCOPE } from '../state/initial-state.js';
import { errorBoundaryOf, fireBoundary } from './boundary.js';
import { deliver, deliverMessage } from './deliver.js';
import type { Machine } from './machine.js';
import type { ServiceResult, Stimulus } from './stimulus.js';

type Applied = Result<undefined, AppError>;

const DONE: Applied = ok(undefined);
const refuse = (kind: AppError['kind'], code: string, message: string): Applied =>
  err({ kind, code, message });

/** Turns a stimulus into the first work of a step, or refuses it without a change. */
export const applyStimulus = (machine: Machine, stimulus: Stimulus): Applied => {
  switch (stimulus.kind) {
    case 'start':
      return start(machine, stimulus);
    case 'complete-task':
      return completeTask(machine, stimulus);
    case 'message':
      return message(machine, stimulus);
    case 'timer': {
      const wait = machine.waits.get(stimulus.wait);
      if (wait?.kind !== 'timer')
        return refuse('conflict', 'CASES.TIMER_NOT_ARMED', 'The timer is not armed any more.');
      deliver(machine, wait, {});
      return DONE;
    }
    case 'service-result':
      return serviceResult(machine, stimulus.token, stimulus.result);
    case 'retry-incident':
      return retryIncident(machine, stimulus.token);
    default:
      return refuse('invalid', 'CASES.COMMAND_UNKNOWN', 'The runtime does not know this command.');
  }
};

const start = (machine: Machine, stimulus: Extract<Stimulus, { kind: 'start' }>): Applied => {
  const node = machine.index.plan.nodes[stimulus.startEvent];
  if (node?.type !== 'startEvent' || node.parent !== undefined) {
    return refuse('invalid', 'CASES.NO_SUCH_START', 'The process has no such start event.');
  }
  machine.put(stimulus.data);
  const event = stimulus.event ?? null;
  if (stimulus.event !== undefined) machine.put({ [node.id]: { event } });
  const token = machine.createToken(node.id, ROOT_SCOPE);
  machine.work.push({ kind: 'leave', token, locals: { event } });
  return DONE;
};

const completeTask = (machine: Machine, stimulus: Extract<Stimulus, { kind: 'complete-task' }>): Applied => {
  const token = machine.tokens.get(stimulus.task);
  const node = token && machine.nodeOf(token);
  if (!token || node?.type !== 'userTask' || token.incident) {
    return refuse('conflict', 'CASES.TASK_NOT_OPEN', 'The task is not open any more.');
  }
  if (node.outcomes.length > 0 && !node.outcomes.some((outcome) => outcome.code === stimulus.outcome)) {
    return refuse('invalid', 'CASES.OUTCOME_UNKNOWN', 'The task has no such outcome.');
  }
  const outcome = stimulus.outcome ?? null;
  machine.emit({
    kind: 'task-closed',
    task: token.id,
    node: node.id,
    how: 'completed',
    ...(outcome === null ? {} : { outcome }),
  });
  machine.put({ [node.id]: { outcome, form: stimulus.data } });
  machine.work.push({ kind: 'leave', token, locals: { form: stimulus.data, outcome } });
  return DONE;
};

const message = (machine: Machine, stimulus: Extract<Stimulus, { kind: 'message' }>): Applied => {
  for (const wait of machine.waits.values()) {
    if (wait.kind === 'message' && wait.name === stimulus.message) {
      deliverMessage(machine, wait, stimulus.message, stimulus.event);
      return DONE;
    }
  }
  const { message: name, event } = stimulus;
  const mayBeEarly = machine.index.plan.messages[name]?.early !== 'refused';
  for (const token of machine.tokens.values()) {
    // A node that failed on being entered has armed nothing yet, but will when it is tried again.
    const notArmedYet = token.incident?.phase === 'enter' && machine.index.catches(token.node, name);
    if (!notArmedYet && !(mayBeEarly && machine.index.mayStillCatch(token.node, name))) continue;
    machine.buffer = [...machine.buffer, { message: name, event, receivedAt: machine.context.now }];
    machine.emit({ kind: 'message-buffered', message: name, event });
    return DONE;
  }
  return refuse(
    'conflict',
    'CASES.MESSAGE_NOT_EXPECTED',
    'The case does not wait for this message and cannot any more.',
  );
};

const serviceResult = (machine: Machine, id: string, result: ServiceResult): Applied => {
  const token = machine.tokens.get(id);
  const node = token && machine.nodeOf(token);
  // After a refusal the other side, or a person in its stead, may still answer.
  const answerable = token !== undefined && (token.incident ?? { phase: 'service' }).phase === 'service';
  if (!answerable || !node || (node.type !== 'serviceTask' && node.type !== 'sendTask')) {
    return refuse('conflict', 'CASES.SERVICE_NOT_OPEN', 'The case does not wait for this result any more.');
  }
  switch (result.kind) {
    case 'done':
      machine.put({ [node.id]: { result: result.data } });
      machine.work.push({ kind: 'leave', token: freed(machine, token), locals: { result: result.data } });
      return DONE;
    case 'not-yet':
      machine.emit({
        kind: 'service-deferred',
        token: id,
        node: node.id,
        retryInSeconds: result.retryInSeconds,
      });
      return DONE;
    case 'error': {
      const error = { code: result.code, ...result.data };
      machine.put({ [node.id]: { error } });
      const event = errorBoundaryOf(machine, token, result.code);
      if (event) {
        machine.put({ [event.id]: { error } });
        fireBoundary(machine, event, token, { error });
      } else {
        machine.replace({ ...token, incident: { phase: 'service', code: result.code } });
        machine.emit({
          kind: 'incident',
          node: node.id,
          token: id,
          code: result.code,
          message: 'The service refused, and the process has no way for this error.',
        });
      }
      return DONE;
    }
  }
};

const retryIncident = (machine: Machine, id: string): Applied => {
  const token = machine.tokens.get(id);
  if (!token?.incident) return refuse('conflict', 'CASES.NO_INCIDENT', 'There is nothing to try again.');
  const { incident } = token;
  const again = freed(machine, token);
  if (incident.phase === 'service') {
    machine.work.push({ kind: 'request', token: again });
    return DONE;
  }
  const via = again.arrivedBy === undefined ? {} : { via: again.arrivedBy };
  if (incident.phase === 'enter')
    machine.work.push({ kind: 'enter', token: again, node: again.node, ...via });
  else machine.work.push({ kind: 'leave', token: again, locals: lastWords(machine, again.node) });
  return DONE;
};

const freed = (machine: Machine, token: Token): Token => {
  const { incident: _settled, ...free } = token;
  return machine.replace(free);
};

/** What the node was completed with is kept in the case data under its id. */
const lastWords = (machine: Machine, node: string): Readonly<Record<string, unknown>> => {
  const kept = machine.data[node];
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as JsonObject) : {};
};
