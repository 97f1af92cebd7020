import type { AdHocRule } from '../../plan/plan-node.js';
import type { Scope } from '../../state/case-state.js';
import { ROOT_SCOPE } from '../../state/initial-state.js';
import { leaveKeptMessages } from '../events/kept-messages.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { cancelScope, cancelToken } from './cancel.js';

/** A scope in which no token is left, and nothing is being undone, is complete (BPMN 2.0.2 §13.3.4). */
export const settleScope = (machine: Machine, scope: Scope): readonly Work[] => {
  if (machine.ended || scope.kept || scope.loop || !machine.tokens.isEmpty(scope.id)) return [];
  if (machine.compensations.some((run) => run.scope === scope.id)) return [];
  const adHoc = adHocOf(machine, scope);
  if (adHoc) {
    const [next, ...toStart] = scope.toStart ?? [];
    if (next !== undefined) return startNext(machine, scope, next, toStart);
    // Somebody may still begin something inside.
    if (adHoc.completion !== undefined && !machine.isTrue(adHoc.completion, { scope: scope.id })) return [];
  }
  machine.closeWaitsOf(scope.id);
  if (scope.id === ROOT_SCOPE) {
    endCase(machine, scope);
    return [];
  }
  const holder = machine.tokens.holderOf(scope.id);
  if (!holder) {
    machine.closeScope(scope);
    return [];
  }
  return [{ kind: 'leave', token: holder.id, locals: {} }];
};

/** Something inside an ad-hoc sub-process was completed: its completion condition is judged (BPMN 2.0.2 §13.3.5). */
export const settleAdHoc = (machine: Machine, scope: Scope): readonly Work[] => {
  const adHoc = adHocOf(machine, scope);
  if (adHoc?.completion === undefined || !machine.isTrue(adHoc.completion, { scope: scope.id })) return [];
  const { toStart: _notAnyMore, ...bare } = scope;
  machine.scopes.set(bare);
  if (adHoc.cancelRemaining) {
    for (const token of machine.tokens.in(scope.id)) {
      if (machine.tokens.get(token.id)) cancelToken(machine, token);
    }
  }
  return [{ kind: 'settle-scope', scope: scope.id }];
};

/** Data has changed: an ad-hoc sub-process in which nothing is left to do may be complete by that. */
export const settleIdleAdHocs = (machine: Machine): readonly Work[] => {
  if (!machine.index.hasOpenAdHocs) return [];
  const work: Work[] = [];
  for (const scope of machine.scopes.values()) {
    // Where another one is still to begin, it is judged when that is done.
    if (scope.kept || scope.toStart || !machine.tokens.isEmpty(scope.id)) continue;
    const waits = adHocOf(machine, scope)?.completion !== undefined;
    const holder = waits ? machine.tokens.holderOf(scope.id) : undefined;
    if (holder && !holder.incident) work.push({ kind: 'settle-scope', scope: scope.id });
  }
  return work;
};

const startNext = (
  machine: Machine,
  scope: Scope,
  next: string,
  left: readonly string[],
): readonly Work[] => {
  const { toStart: _before, ...bare } = scope;
  machine.scopes.set(left.length === 0 ? bare : { ...bare, toStart: left });
  return [{ kind: 'enter', token: machine.createToken(next, scope.id).id }];
};

const adHocOf = (machine: Machine, { node, loop }: Scope): AdHocRule | undefined => {
  if (node === undefined || loop) return undefined;
  const inside = machine.index.node(node);
  return inside.type === 'subProcess' ? inside.adHoc : undefined;
};

const endCase = (machine: Machine, root: Scope): void => {
  for (const kept of machine.scopes.keptIn(root.id)) cancelScope(machine, kept);
  machine.scopes.set({ id: root.id });
  const how = machine.terminated ? 'terminated' : 'completed';
  const outcome = machine.outcome === undefined ? {} : { outcome: machine.outcome };
  machine.ended = { kind: how, ...outcome };
  leaveKeptMessages(machine);
  machine.context.observe?.({ kind: 'scope-closed', scope: root.id });
  machine.emit({ kind: 'case-ended', how, ...outcome });
};
