import type { Token } from '../../state/case-state.js';
import { judgeConditions } from '../events/conditions.js';
import type { Machine } from '../machine/machine.js';
import { wordsOf } from '../machine/variables.js';
import type { Work } from '../machine/work.js';
import { type Applied, DONE, refuse } from './refusal.js';

/** A person asks that what failed be tried again. */
export const retryIncident = (machine: Machine, id: string): Applied => {
  const token = machine.tokens.get(id);
  if (token?.incident) {
    machine.next(again(machine, freed(machine, token), token.incident));
    return DONE;
  }
  const failed = machine.waits
    .ofKind('condition')
    .filter((wait) => wait.failed && (wait.id === id || wait.token === id || wait.scope === token?.holds));
  if (failed.length === 0) return refuse('conflict', 'CASES.NO_INCIDENT', 'There is nothing to try again.');
  for (const { failed: _before, ...wait } of failed) machine.waits.set(wait);
  machine.next(...judgeConditions(machine));
  return DONE;
};

export const freed = (machine: Machine, token: Token): Token => {
  const { incident: _settled, ...free } = token;
  return machine.tokens.set(free);
};

const again = (machine: Machine, token: Token, { phase, code }: NonNullable<Token['incident']>): Work => {
  const node = machine.nodeOf(token);
  if (phase === 'service') return { kind: 'request', token: token.id };
  if (phase === 'leave') {
    // What failed may have been the condition that judges whether it is complete.
    if (node.type === 'subProcess' && node.adHoc && token.holds !== undefined)
      return { kind: 'settle-scope', scope: token.holds };
    return { kind: 'leave', token: token.id, locals: wordsOf(machine, token, node.id) };
  }
  // The tokens that it had to wait for have been taken in.
  if ('startQuantity' in node && (node.startQuantity ?? 1) > 1 && code !== 'CASES.ENDLESS_LOOP')
    return { kind: 'begin', token: token.id };
  const via = token.arrivedBy === undefined ? {} : { via: token.arrivedBy };
  return { kind: 'enter', token: token.id, ...via };
};
