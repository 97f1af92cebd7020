import type { Json } from '@lianban/kernel';
import type { SigningRule } from '../../plan/loop-definition.js';
import type { Activity } from '../../plan/plan-node.js';
import type { LoopState, Scope, Token } from '../../state/case-state.js';
import { cancelToken } from '../activities/cancel.js';
import { outcomesOf } from '../loops/loop-counts.js';
import { decide } from '../loops/signing.js';
import { enterInstance, nextInstance } from '../loops/start-loop.js';
import type { Machine } from '../machine/machine.js';
import { type Applied, DONE, refuse } from '../stimuli/refusal.js';

interface Round {
  readonly holder: Token;
  readonly node: Activity;
  readonly body: Scope;
  readonly loop: LoopState;
  readonly rule: SigningRule;
  readonly sequential: boolean;
}

const NONE = (): Applied => refuse('conflict', 'CASES.NO_COUNTERSIGNING', 'No countersigning is open there.');
const FIXED = (): Applied =>
  refuse('conflict', 'CASES.SIGNERS_FIXED', 'The process does not let signers be added or removed.');

/** 加签: one more signer, whose turn is at once, or after the others in a sequence. */
export const addSigner = (machine: Machine, activity: string, item: Json): Applied => {
  const holder = machine.tokens.get(activity);
  const round = holder && roundOf(machine, holder);
  if (!round) return NONE();
  const { node, body, loop, rule, sequential } = round;
  if (!rule.open) return FIXED();
  const total = (loop.total ?? 0) + 1;
  if (sequential) {
    machine.scopes.set({ ...body, loop: { ...loop, total, items: [...(loop.items ?? []), item] } });
    return DONE;
  }
  const counter = loop.started + 1;
  machine.scopes.set({ ...body, loop: { ...loop, total, started: counter } });
  machine.next(enterInstance(machine, body.id, node, counter, item));
  return DONE;
};

/** 减签: one signer less, who has not signed; what is left may be decided by that. */
export const removeSigner = (machine: Machine, task: string): Applied => {
  const token = machine.tokens.get(task);
  const holder = token && machine.isInstance(token) ? machine.tokens.holderOf(token.scope) : undefined;
  const round = holder && roundOf(machine, holder);
  if (!token || !round) return NONE();
  const { node, body, loop, rule, sequential } = round;
  if (!rule.open) return FIXED();
  const total = (loop.total ?? 0) - 1;
  if (total < 1)
    return refuse(
      'conflict',
      'CASES.LAST_SIGNER',
      'Somebody must be left to sign: add another signer first.',
    );
  cancelToken(machine, token, { by: 'remove-signer' });
  const left: LoopState = { ...loop, total, terminated: (loop.terminated ?? 0) + 1 };
  machine.scopes.set({ ...body, loop: left });
  const decided = decide(rule, total, outcomesOf(left.done ?? [])) !== undefined;
  if (decided || left.completed >= total) machine.next({ kind: 'finish-loop', token: round.holder.id });
  else if (sequential) machine.next(...nextInstance(machine, body.id, node));
  return DONE;
};

const roundOf = (machine: Machine, holder: Token): Round | undefined => {
  const node = machine.nodeOf(holder);
  const body = machine.scopes.get(holder.holds ?? '');
  if (!('loop' in node) || node.loop?.kind !== 'multi' || !node.loop.signing || !body?.loop) return undefined;
  const { signing, sequential } = node.loop;
  return { holder, node, body, loop: body.loop, rule: signing, sequential };
};
