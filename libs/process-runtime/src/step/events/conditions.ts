import type { Wait } from '../../state/case-state.js';
import { ExpressionFailure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { partsOf, triggerOf } from './triggers.js';

/**
 * Data has changed: judges every condition that waits. One that stays true fires once; one that cannot be judged is
 * told to a person, once, and left out until it can.
 */
export const judgeConditions = (machine: Machine): readonly Work[] =>
  machine.waits.ofKind('condition').flatMap((wait) => judge(machine, wait));

const judge = (machine: Machine, wait: Wait): readonly Work[] => {
  const trigger = partsOf(triggerOf(machine.index.node(wait.node)))[wait.part ?? 0];
  const token = wait.token === undefined ? undefined : machine.tokens.get(wait.token);
  const place = token ?? { scope: wait.scope ?? '' };
  if (trigger?.kind !== 'condition' || place.scope === '') return [];
  const { held, failed, ...bare } = wait;
  try {
    const holds = machine.isTrue(trigger.condition, place);
    if (failed || holds !== (held ?? false)) machine.waits.set(holds ? { ...bare, held: true } : bare);
    return holds && held === undefined ? [{ kind: 'fire', wait: wait.id }] : [];
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error;
    if (failed) return [];
    machine.waits.set({ ...bare, ...(held ? { held } : {}), failed: true });
    const blamed = wait.token ?? machine.tokens.holderOf(wait.scope ?? '')?.id ?? wait.id;
    machine.emit({
      kind: 'incident',
      node: wait.node,
      token: blamed,
      code: error.error.code,
      message: error.message,
    });
    return [];
  }
};
