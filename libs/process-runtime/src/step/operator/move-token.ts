import type { PlanNode, SubProcess } from '../../plan/plan-node.js';
import type { Scope } from '../../state/case-state.js';
import { ROOT_SCOPE } from '../../state/initial-state.js';
import { cancelToken } from '../activities/cancel.js';
import { declared } from '../activities/start-activity.js';
import { armBoundary, armScope, boundaryToArm } from '../events/arm.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { type Applied, DONE, refuse } from '../stimuli/refusal.js';

/** 跳转: takes the token away with all that hangs on it and enters another node, in or outside of where it stood. */
export const moveToken = (machine: Machine, id: string, target: string): Applied => {
  const token = machine.tokens.get(id);
  if (!token) return noToken();
  if (machine.isInstance(token)) return isInstance();
  const home = homeOf(machine, target, token.scope);
  if (!home) return noTarget();
  cancelToken(machine, token, { by: 'move-token' });
  leaveEmptied(machine, token.scope, home.scope.id);
  machine.next(...enterThere(machine, home, target));
  return DONE;
};

/** One more token, at a node in the scope or in a sub-process inside of it. */
export const insertToken = (machine: Machine, target: string, scope: string = ROOT_SCOPE): Applied => {
  const place = machine.scopes.get(scope);
  if (!place || place.kept || place.loop)
    return refuse('invalid', 'CASES.NO_SUCH_SCOPE', 'The case has no such scope.');
  const home = homeOf(machine, target, scope);
  if (!home) return noTarget();
  machine.next(...enterThere(machine, home, target));
  return DONE;
};

/** Takes a token away. Where it was the last of its scope, the scope is complete; a case is not ended this way. */
export const cancelOne = (machine: Machine, id: string): Applied => {
  const token = machine.tokens.get(id);
  if (!token) return noToken();
  if (machine.isInstance(token)) return isInstance();
  if (token.scope === ROOT_SCOPE && machine.tokens.in(ROOT_SCOPE).length === 1) {
    return refuse(
      'conflict',
      'CASES.LAST_TOKEN',
      'The case would have nowhere left to stand: move the token instead.',
    );
  }
  cancelToken(machine, token, { by: 'cancel-token' });
  machine.next({ kind: 'settle-scope', scope: token.scope });
  return DONE;
};

const noToken = (): Applied =>
  refuse('conflict', 'CASES.NO_SUCH_TOKEN', 'The case has no such token any more.');
const isInstance = (): Applied =>
  refuse(
    'conflict',
    'CASES.TOKEN_IS_INSTANCE',
    'It is one of several instances: operate on the activity as a whole.',
  );
const noTarget = (): Applied =>
  refuse('invalid', 'CASES.NO_SUCH_TARGET', 'Nothing can be entered there from where the case stands.');

interface Home {
  /** The scope, open already, from which the target is reached. */
  readonly scope: Scope;
  /** Sub-processes to be opened on the way in, outermost first. */
  readonly through: readonly SubProcess[];
}

/** Where the target lives, seen from a scope: in it, around it, or in sub-processes that are still to be opened. */
const homeOf = (machine: Machine, target: string, from: string): Home | undefined => {
  const { nodes } = machine.index.plan;
  const node = Object.hasOwn(nodes, target) ? nodes[target] : undefined;
  if (!node || !canBeEntered(node)) return undefined;
  const through: SubProcess[] = [];
  for (let parent = node.parent; ;) {
    const scope = scopeFor(machine, from, parent, node.process);
    if (scope) return { scope, through };
    const around = parent === undefined ? undefined : nodes[parent];
    if (around?.type !== 'subProcess' || around.loop || around.triggeredByEvent || around.adHoc)
      return undefined;
    through.unshift(around);
    parent = around.parent;
  }
};

const scopeFor = (
  machine: Machine,
  from: string,
  parent: string | undefined,
  process: string | undefined,
): Scope | undefined => {
  for (let scope = machine.scopes.get(from); scope; scope = machine.scopes.get(scope.parent ?? '')) {
    if (scope.loop) continue;
    const container = scope.process === undefined ? scope.node : undefined;
    if (container === parent && processOf(machine, scope) === process) return scope;
  }
  return undefined;
};

const processOf = (machine: Machine, inner: Scope): string | undefined => {
  for (let scope: Scope | undefined = inner; scope; scope = machine.scopes.get(scope.parent ?? '')) {
    if (scope.process !== undefined) return scope.process;
  }
  return undefined;
};

/** What happens by itself is not entered, and a join would wait for tokens that nobody sends. */
const canBeEntered = (node: PlanNode): boolean => {
  if (node.type === 'startEvent' || node.type === 'boundaryEvent') return false;
  if ('forCompensation' in node && node.forCompensation) return false;
  if (node.type === 'subProcess' && node.triggeredByEvent) return false;
  const joins =
    node.type === 'parallelGateway' || node.type === 'inclusiveGateway' || node.type === 'complexGateway';
  return !(joins && node.incoming.length > 1);
};

const enterThere = (machine: Machine, { scope, through }: Home, target: string): readonly Work[] => {
  const work: Work[] = [];
  let inner = scope.id;
  for (const around of through) {
    const holder = machine.createToken(around.id, inner);
    const data = around.variables ? { data: declared(around.variables) } : {};
    const opened = machine.openScope({ node: around.id, parent: inner, ...data });
    machine.tokens.set({ ...holder, holds: opened.id });
    machine.put(machine.values(around.inputs, holder), { scope: opened.id });
    work.push(
      ...armBoundary(machine, holder, boundaryToArm(machine, holder, around)),
      ...armScope(machine, opened),
    );
    inner = opened.id;
  }
  work.push({ kind: 'enter', token: machine.createToken(target, inner).id });
  return work;
};

/** A sub-process that was left by its last token is not complete: it is left as a whole. */
const leaveEmptied = (machine: Machine, from: string, home: string): void => {
  for (let id = from; id !== home && machine.tokens.isEmpty(id);) {
    const holder = machine.tokens.holderOf(id);
    if (!holder) return;
    cancelToken(machine, holder, { by: 'move-token' });
    id = holder.scope;
  }
};
