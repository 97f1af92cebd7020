import type { EventResult } from '../../plan/event-trigger.js';
import type { EndEvent, IntermediateThrowEvent, PlanNode } from '../../plan/plan-node.js';
import { reachesOtherCases } from '../../plan/reaches-other-cases.js';
import type { Token } from '../../state/case-state.js';
import { cancelToken } from '../activities/cancel.js';
import { cancelTransaction } from '../compensation/cancel-transaction.js';
import { beginUndo, undoneFrom } from '../compensation/undo.js';
import { pass } from '../flow/pass.js';
import { failure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { catchBy, findCatcher } from './catchers.js';
import { deliverMessage, deliverSignal } from './deliver.js';
import { judgeMessage } from './judge-event.js';
import { throwMessage } from './throw-message.js';

type Thrower = EndEvent | IntermediateThrowEvent;

/** An event throws its results one after the other; then its token goes on, unless something took it away. */
export const throwPart = (machine: Machine, token: Token, node: Thrower, part: number): readonly Work[] => {
  const { result } = node;
  if (result.kind !== 'multiple') {
    const work = throwOne(machine, token, node, result, true);
    return goesOn(machine, token) ? [...work, leaving(token)] : work;
  }
  // Undoing comes last, because the token may have to wait for it.
  const parts = result.of.toSorted(
    (a, b) => Number(a.kind === 'compensation') - Number(b.kind === 'compensation'),
  );
  // Where a later one could not be sent, a new try would send the earlier ones twice: all are judged first.
  if (part === 0) judgeMessages(machine, token, node, parts);
  const one = parts[part];
  if (!one) return [leaving(token)];
  const work = throwOne(machine, token, node, one, part === parts.length - 1);
  return goesOn(machine, token) ? [...work, { kind: 'throw', token: token.id, part: part + 1 }] : work;
};

/** What a multi-instance activity throws when an instance completes: caught at its own boundary, or outwards. */
export const throwFrom = (
  machine: Machine,
  activity: Token,
  node: PlanNode,
  result: EventResult,
): readonly Work[] => {
  switch (result.kind) {
    case 'error':
    case 'escalation': {
      const catcher = findCatcher(machine, activity, result.kind, result.code);
      return catcher ? catchBy(machine, catcher, result.kind, wordsFor(result)) : [];
    }
    case 'signal':
      return throwSignal(machine, node, result.signal);
    case 'message': {
      const own = machine.waits
        .of(activity.id)
        .find(({ kind, name }) => kind === 'message' && name === result.message);
      if (own) return deliverMessage(machine, own, result.message, null);
      throwMessage(machine, node, result.message, {});
      return [];
    }
    case 'multiple':
      return result.of.flatMap((one) => throwFrom(machine, activity, node, one));
    default:
      return [];
  }
};

const leaving = (token: Token): Work => ({ kind: 'leave', token: token.id, locals: {} });

const goesOn = (machine: Machine, { id }: Token): boolean => {
  const token = machine.tokens.get(id);
  return token !== undefined && token.awaits === undefined;
};

const wordsFor = ({ kind, code }: Extract<EventResult, { code: string }>) => ({ [kind]: { code } });

const throwOne = (
  machine: Machine,
  token: Token,
  node: Thrower,
  result: EventResult,
  last: boolean,
): readonly Work[] => {
  switch (result.kind) {
    case 'signal':
      return throwSignal(machine, node, result.signal);
    case 'message':
      throwMessage(machine, node, result.message, machine.values(node.inputs ?? [], token));
      return [];
    case 'escalation': {
      const catcher = findCatcher(machine, token, 'escalation', result.code);
      return catcher ? catchBy(machine, catcher, 'escalation', wordsFor(result)) : [];
    }
    case 'error':
      return throwError(machine, token, node, result);
    case 'cancel':
      return node.type === 'endEvent' ? cancelTransaction(machine, token, node) : [];
    case 'terminate':
      terminate(machine, token);
      return [];
    case 'link': {
      const there = machine.createToken(result.to, token.scope);
      machine.observe('happened', result.to, there);
      // What the throw event puts out is known behind the link.
      return [leaving(token), leaving(there)];
    }
    case 'compensation': {
      const { activity, wait } = result;
      const waits = wait && last;
      const run = beginUndo(machine, undoneFrom(machine, token), {
        ...(activity === undefined ? {} : { activity }),
        ...(waits ? { waiting: token.id } : {}),
      });
      if (waits) machine.tokens.set({ ...token, awaits: run.id });
      return [{ kind: 'undo', run: run.id }];
    }
    default:
      return [];
  }
};

const judgeMessages = (
  machine: Machine,
  token: Token,
  node: Thrower,
  parts: readonly EventResult[],
): void => {
  const messages = parts.flatMap((part) => (part.kind === 'message' ? [part.message] : []));
  if (messages.length === 0) return;
  const data = machine.values(node.inputs ?? [], token);
  for (const message of messages) judgeMessage(machine, message, data);
};

const throwSignal = (machine: Machine, node: PlanNode, signal: string): readonly Work[] => {
  const work = deliverSignal(machine, signal);
  if (reachesOtherCases(machine.index.plan, signal))
    machine.emit({ kind: 'signal-thrown', signal, node: node.id });
  return work;
};

const throwError = (
  machine: Machine,
  token: Token,
  node: Thrower,
  result: Extract<EventResult, { kind: 'error' }>,
): readonly Work[] => {
  const catcher = findCatcher(machine, token, 'error', result.code);
  if (!catcher) throw failure('CASES.ERROR_NOT_CAUGHT', `Nothing catches the error ${result.code}.`);
  pass(machine, token, node, {});
  machine.emit({ kind: 'node-passed', node: node.id });
  if (node.type === 'endEvent' && node.outcome !== undefined) machine.outcome = node.outcome;
  machine.tokens.delete(token.id);
  machine.observe('cancelled', node.id, token);
  return catchBy(machine, catcher, 'error', wordsFor(result));
};

/** BPMN 2.0.2 §13.5.6: everything else in the same scope ends; an enclosing scope goes on. */
const terminate = (machine: Machine, token: Token): void => {
  for (const other of machine.tokens.in(token.scope)) {
    if (other.id !== token.id && machine.tokens.get(other.id)) cancelToken(machine, other);
  }
  machine.compensations = machine.compensations.filter((run) => run.scope !== token.scope);
};
