import type { ComplexGateway } from '../../plan/plan-node.js';
import type { Scope, Token } from '../../state/case-state.js';
import { proceed } from '../flow/proceed.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { chooseFlows } from './choose-flows.js';
import { mayStillCome, oneOfEach } from './join.js';

/**
 * A token comes to a complex gateway (BPMN 2.0.2 §13.4.5). While it waits for its start it fires as soon as its
 * activation condition is true, with one token of each flow that has any; then it takes in what still comes by the
 * other flows, and resets.
 */
export const enterComplex = (machine: Machine, token: Token, node: ComplexGateway): readonly Work[] => {
  const scope = machine.scopeOf(token.scope);
  if (scope.fired?.[node.id]) return [];
  const waiting = machine.tokens.at(node.id, scope.id);
  if (!activates(machine, token, node, waiting)) return [];
  const consumed = oneOfEach(node, waiting);
  const taken = consumed.length === 0 ? [token] : consumed;
  const flows = chooseFlows(machine, token, node, { waitingForStart: true });
  for (const one of taken) machine.tokens.delete(one.id);
  machine.emit({ kind: 'node-passed', node: node.id });
  machine.observe('left', node.id, token);
  const came = taken.flatMap(({ arrivedBy }) => arrivedBy ?? []);
  if (came.length < node.incoming.length) setFired(machine, scope, node.id, came);
  return proceed(machine, scope.id, flows);
};

/** A complex gateway that has fired and to which nothing more can come: resets, and may fire again. */
export const resetComplex = (
  machine: Machine,
): { readonly token: Token; readonly go: () => readonly Work[] } | undefined => {
  for (const scope of machine.scopes.values()) {
    for (const [id, came] of Object.entries(scope.fired ?? {})) {
      const node = machine.index.node(id);
      if (node.type !== 'complexGateway') continue;
      const open = node.incoming.filter((flow) => !came.includes(flow));
      const waiting = machine.tokens.at(id, scope.id);
      if (waiting.some(({ incident }) => incident !== undefined)) continue;
      const filled = new Set(waiting.map(({ arrivedBy }) => arrivedBy));
      const missing = (flow: string): boolean => open.includes(flow) && !filled.has(flow);
      if (open.some(missing) && mayStillCome(machine, node, scope.id, NOTHING, missing)) continue;
      const [token = { id: '', node: id, scope: scope.id }] = waiting;
      return { token, go: () => reset(machine, scope, node, oneOfEach(node, waiting, open)) };
    }
  }
  return undefined;
};

const NOTHING: ReadonlySet<string> = new Set();

const reset = (
  machine: Machine,
  scope: Scope,
  node: ComplexGateway,
  absorbed: readonly Token[],
): readonly Work[] => {
  const flows = node.outgoing.filter((id) => {
    const { condition } = machine.index.flow(id);
    return (
      condition !== undefined && machine.isTrue(condition, { scope: scope.id }, { waitingForStart: false })
    );
  });
  for (const token of absorbed) machine.tokens.delete(token.id);
  setFired(machine, scope, node.id, undefined);
  const [again] = machine.tokens.at(node.id, scope.id);
  return [
    ...proceed(machine, scope.id, flows),
    // What came meanwhile by a flow that was served already counts for the next start.
    ...(again ? [{ kind: 'enter' as const, token: again.id }] : []),
  ];
};

const activates = (
  machine: Machine,
  token: Token,
  node: ComplexGateway,
  waiting: readonly Token[],
): boolean => {
  if (node.activation === undefined) return true;
  const activationCounts = Object.fromEntries(
    node.incoming.map((flow) => [flow, waiting.filter(({ arrivedBy }) => arrivedBy === flow).length]),
  );
  return machine.isTrue(node.activation, token, { activationCount: waiting.length, activationCounts });
};

const setFired = (
  machine: Machine,
  scope: Scope,
  node: string,
  came: readonly string[] | undefined,
): void => {
  const { fired: before, ...bare } = machine.scopeOf(scope.id);
  const { [node]: _old, ...others } = before ?? {};
  const fired = came ? { ...others, [node]: came } : others;
  machine.scopes.set(Object.keys(fired).length === 0 ? bare : { ...bare, fired });
};
