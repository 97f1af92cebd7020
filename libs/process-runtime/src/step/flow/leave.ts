import type { PlanNode } from '../../plan/plan-node.js';
import type { Token } from '../../state/case-state.js';
import { ROOT_SCOPE } from '../../state/initial-state.js';
import { completeInside } from '../compensation/records.js';
import { completeInstance } from '../loops/complete-instance.js';
import type { Machine } from '../machine/machine.js';
import type { LocalVariables, Work } from '../machine/work.js';
import { putOutputs, speak } from './pass.js';
import { flowsOut, proceed } from './proceed.js';

/** A token leaves its node, done: the node speaks, and the token goes along the sequence flows. */
export const leave = (
  machine: Machine,
  token: Token,
  node: PlanNode,
  said: LocalVariables,
): readonly Work[] => {
  if (!('boundary' in node)) return leaveEvent(machine, token, node, said);
  const locals = token.holds === undefined ? said : { ...inside(machine, token, node), ...said };
  if (node.loop && machine.isInstance(token)) return completeInstance(machine, token, node, locals);
  const outcome = typeof locals['outcome'] === 'string' ? { outcome: locals['outcome'] } : {};
  machine.emit({ kind: 'activity-completed', node: node.id, ...outcome });
  // The instances of a loop have put out already.
  if (!node.loop) putOutputs(machine, token, node, locals);
  const here = machine.tokens.get(token.id) ?? token;
  speak(machine, here, node, locals);
  machine.emit({ kind: 'node-passed', node: node.id });
  const flows = token.backTo === undefined ? flowsOut(machine, here, node, locals) : [];
  machine.closeWaitsOf(token.id);
  // The instances of a loop have been noted one by one.
  if (!node.loop) completeInside(machine, here, node, token.scope);
  machine.tokens.delete(token.id);
  machine.observe('left', node.id, token);
  if (token.undoes !== undefined) return [{ kind: 'undo', run: token.undoes }];
  // 退回 with "come straight back": to who returned it, whatever its ways out say.
  if (token.backTo !== undefined)
    return [{ kind: 'enter', token: machine.createToken(token.backTo, token.scope).id }];
  const work = proceed(machine, token.scope, flows, node.completionQuantity);
  return isAdHoc(machine, token.scope) ? [{ kind: 'settle-ad-hoc', scope: token.scope }, ...work] : work;
};

const leaveEvent = (
  machine: Machine,
  token: Token,
  node: PlanNode,
  locals: LocalVariables,
): readonly Work[] => {
  putOutputs(machine, token, node, locals);
  speak(machine, token, node, locals);
  machine.emit({ kind: 'node-passed', node: node.id });
  const flows = flowsOut(machine, token, node, locals);
  machine.tokens.delete(token.id);
  const terminates = node.type === 'endEvent' && node.result.kind === 'terminate';
  machine.observe(terminates ? 'cancelled' : 'left', node.id, token);
  if (terminates && token.scope === ROOT_SCOPE) machine.terminated = true;
  return proceed(machine, token.scope, flows);
};

/** What is read of the inside of an activity when it is left: its variables, or those of the called process. */
const inside = (machine: Machine, token: Token, node: PlanNode): LocalVariables => {
  const scope = machine.scopes.get(token.holds ?? '');
  if (!scope || scope.loop) return {};
  return node.type === 'callActivity' ? { result: scope.data ?? {} } : (scope.data ?? {});
};

const isAdHoc = (machine: Machine, id: string): boolean => {
  const scope = machine.scopes.get(id);
  if (scope?.node === undefined || scope.loop) return false;
  const node = machine.index.node(scope.node);
  return node.type === 'subProcess' && node.adHoc !== undefined;
};
