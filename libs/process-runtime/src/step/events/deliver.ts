import type { Json, JsonObject } from '@lianban/kernel';
import type { EventSubProcess } from '../../plan/containers.js';
import type { MessageLife, Token, Wait } from '../../state/case-state.js';
import type { Machine } from '../machine/machine.js';
import { keepWords } from '../machine/variables.js';
import type { Work } from '../machine/work.js';
import { arm } from './arm.js';
import { fireBoundary, fireEventSubProcess } from './fire.js';
import { nextOccurrence } from './timers.js';
import { needsAll, partsOf, triggerOf } from './triggers.js';

/** What came with an event; `due` is the instant a timer was armed for. */
interface Arrival {
  readonly words?: JsonObject;
  readonly due?: string;
}

/** What an armed event waited for has come: answers what follows of it, in order. */
export const deliver = (machine: Machine, wait: Wait, { words, due }: Arrival = {}): readonly Work[] => {
  const node = machine.index.node(wait.node);
  const trigger = triggerOf(node);
  if (needsAll(trigger)) {
    took(machine, wait);
    const siblings = machine.waits.of(wait.token ?? wait.scope ?? '');
    if (siblings.some((other) => other.node === wait.node)) return [];
  }
  if (node.type === 'boundaryEvent') {
    const activity = machine.tokens.get(wait.token ?? '');
    if (!activity) throw new Error(`Wait ${wait.id} has no token.`);
    const again = node.interrupting ? took(machine, wait) : stayArmed(machine, wait, activity, due);
    return [...fireBoundary(machine, node, activity, words), ...again];
  }
  if (wait.scope !== undefined) {
    const sub = startOf(machine, wait.scope, wait.node);
    const scope = machine.scopeOf(wait.scope);
    const again =
      sub.start.interrupting === false
        ? stayArmed(machine, wait, { scope: wait.scope }, due)
        : took(machine, wait);
    return [...fireEventSubProcess(machine, scope, sub, words), ...again];
  }
  return goOn(machine, wait, words, due);
};

export const deliverMessage = (
  machine: Machine,
  wait: Wait,
  message: string,
  event: Json,
  life?: MessageLife,
): readonly Work[] => {
  machine.emit({ kind: 'message-consumed', message, node: wait.node, event, ...(life ? { life } : {}) });
  return deliver(machine, wait, { words: { event } });
};

/**
 * Reaches every catch that is armed in the case at this moment, event sub-processes first: one that interrupts its
 * scope has dealt with the signal, so that the boundary of the same activity does not end it (BPMN 2.0.2 §10.5.6).
 */
export const deliverSignal = (machine: Machine, signal: string, event?: Json): readonly Work[] => {
  const waits = machine.waits.named('signal', signal);
  const dealtWith = new Set<string>();
  const hears = (wait: Wait): readonly Work[] => {
    // One that the signal has interrupted meanwhile hears it no more.
    if (!machine.waits.get(wait.id) || dealtWith.has(wait.token ?? '')) return [];
    const work = deliver(machine, wait, event === undefined ? {} : { words: { event } });
    if (wait.scope !== undefined && machine.scopes.get(wait.scope)?.interrupted) {
      dealtWith.add(machine.tokens.holderOf(wait.scope)?.id ?? '');
    }
    return work;
  };
  return [
    ...waits.filter(({ scope }) => scope !== undefined),
    ...waits.filter(({ scope }) => scope === undefined),
  ].flatMap(hears);
};

/** A catch event, receive task or event-based gateway goes on. */
const goOn = (
  machine: Machine,
  wait: Wait,
  words: JsonObject | undefined,
  due: string | undefined,
): readonly Work[] => {
  const waiting = machine.tokens.get(wait.token ?? '');
  if (!waiting) throw new Error(`Wait ${wait.id} has no token.`);
  const gateway = waiting.node !== wait.node && machine.nodeOf(waiting).type === 'eventBasedGateway';
  if (!gateway && wait.cycle && rearm(machine, wait, due)) {
    // A token for each occurrence; the last one is the token that waits.
    const one = machine.createToken(wait.node, waiting.scope);
    machine.observe('happened', wait.node, one);
    return [{ kind: 'leave', token: one.id, locals: {} }];
  }
  took(machine, wait);
  machine.closeWaitsOf(waiting.id);
  if (gateway) {
    machine.emit({ kind: 'node-passed', node: waiting.node });
    machine.observe('cancelled', waiting.node, waiting);
  }
  const token = gateway ? machine.tokens.set({ ...waiting, node: wait.node }) : waiting;
  machine.observe('happened', wait.node, token);
  if (words) keepWords(machine, token, wait.node, words);
  return [{ kind: 'leave', token: token.id, locals: words ?? {} }];
};

/** A wait that is served; a timer that fired is known to be gone. */
const took = (machine: Machine, wait: Wait): readonly Work[] => {
  if (wait.kind === 'timer') machine.waits.delete(wait.id);
  else machine.closeWait(wait);
  return [];
};

/**
 * A non-interrupting event goes on waiting (BPMN 2.0.2 §13.5.3): a timer where it repeats, a condition for the next
 * time it turns true, several for all of them anew.
 */
const stayArmed = (
  machine: Machine,
  wait: Wait,
  owner: Token | { readonly scope: string },
  due: string | undefined,
): readonly Work[] => {
  const node = machine.index.node(wait.node);
  if (needsAll(triggerOf(node))) {
    return arm(machine, 'id' in owner ? { token: owner.id } : { scope: owner.scope }, owner, node);
  }
  if (wait.kind !== 'timer') return [];
  if (!wait.cycle || !rearm(machine, wait, due)) machine.waits.delete(wait.id);
  return [];
};

/** Arms the next occurrence under a new id, so that one which is delivered twice finds nothing. */
const rearm = (machine: Machine, wait: Wait, due: string | undefined): boolean => {
  const trigger = partsOf(triggerOf(machine.index.node(wait.node)))[wait.part ?? 0];
  if (trigger?.kind !== 'timer' || !wait.cycle) return false;
  const next = nextOccurrence(machine.context.now, trigger.timer, wait.cycle, due);
  if (!next) return false;
  const { id: _fired, cycle: _before, ...same } = wait;
  machine.waits.delete(wait.id);
  const armed = machine.openWait({ ...same, ...(next.cycle ? { cycle: next.cycle } : {}) });
  machine.emit({ kind: 'timer-armed', wait: armed.id, node: wait.node, timer: next.timer });
  return true;
};

const startOf = (machine: Machine, scope: string, start: string): EventSubProcess => {
  const { eventSubProcesses } = machine.index.inside(machine.scopeOf(scope));
  const found = eventSubProcesses.find((sub) => sub.start.id === start);
  if (!found) throw new Error(`${start} starts no event sub-process of the scope ${scope}.`);
  return found;
};
