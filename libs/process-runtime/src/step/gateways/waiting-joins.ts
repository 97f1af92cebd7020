import type { Token } from '../../state/case-state.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { resetComplex } from './complex.js';
import { fire, mayStillCome, oneOfEach } from './join.js';

/** A join that nothing else can reach any more, and what it does. */
export interface ReadyJoin {
  readonly token: Token;
  readonly go: () => readonly Work[];
}

/**
 * The first inclusive join that no other token can still reach (BPMN 2.0.2 §13.4.3), or complex gateway that can reset
 * (§13.4.5). Asked only when nothing else moves. A join that stands as an incident waits for a person.
 */
export const readyJoin = (machine: Machine): ReadyJoin | undefined => {
  if (!machine.index.hasWaitingJoins) return undefined;
  const asked = new Set<string>();
  for (const token of machine.tokens.values()) {
    const node = machine.nodeOf(token);
    if (node.type !== 'inclusiveGateway' || node.incoming.length <= 1) continue;
    const key = `${token.scope} ${node.id}`;
    if (asked.has(key)) continue;
    asked.add(key);
    const waiting = machine.tokens.at(node.id, token.scope);
    if (waiting.some(({ incident }) => incident !== undefined)) continue;
    const filled = new Set(waiting.map(({ arrivedBy }) => arrivedBy));
    if (mayStillCome(machine, node, token.scope, filled)) continue;
    return { token, go: () => fire(machine, node, oneOfEach(node, waiting)) };
  }
  return resetComplex(machine);
};
