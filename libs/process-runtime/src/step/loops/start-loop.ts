import type { Json } from '@lianban/kernel';
import type { MultiInstance, StandardLoop } from '../../plan/loop-definition.js';
import type { Activity } from '../../plan/plan-node.js';
import type { LoopState, Token } from '../../state/case-state.js';
import { failure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';

/** A step creates them all at once: in the api 1,000 tasks hold the event loop for about 50 ms, 10,000 for over 400. */
const MOST_INSTANCES = 1_000;
/** Visits that instances are granted beyond the budget of a step, so that many of them are no endless loop. */
const MOST_GRANTED = 50_000;

/**
 * An activity with a loop begins: its token holds the body of the loop, in which a token for each instance stands at
 * the same node (BPMN 2.0.2 §13.3.6, §13.3.7).
 */
export const startLoop = (
  machine: Machine,
  token: Token,
  node: Activity,
  loop: StandardLoop | MultiInstance,
): readonly Work[] =>
  loop.kind === 'standard'
    ? startStandard(machine, token, node, loop)
    : startMulti(machine, token, node, loop);

/** The next instance of a loop that does one after the other. */
export const nextInstance = (machine: Machine, scope: string, node: Activity): readonly Work[] => {
  const body = machine.scopeOf(scope);
  const { loop } = body;
  if (!loop) return [];
  const counter = loop.started + 1;
  const [item, ...items] = loop.items ?? [];
  machine.scopes.set({ ...body, loop: { ...loop, started: counter, ...(loop.items ? { items } : {}) } });
  return [enterInstance(machine, scope, node, counter, loop.items ? item : undefined)];
};

const startStandard = (
  machine: Machine,
  token: Token,
  node: Activity,
  loop: StandardLoop,
): readonly Work[] => {
  const maximum =
    loop.maximum === undefined
      ? undefined
      : countOf(machine.evaluate(loop.maximum, token), 'CASES.LOOP_MAXIMUM_INVALID');
  const goes =
    !loop.testBefore ||
    loop.condition === undefined ||
    machine.isTrue(loop.condition, token, { loopCounter: 0 });
  const body = openBody(machine, token, node, {
    started: 0,
    completed: 0,
    ...(maximum === undefined ? {} : { maximum }),
  });
  return goes && maximum !== 0
    ? nextInstance(machine, body, node)
    : [{ kind: 'finish-loop', token: token.id }];
};

const startMulti = (machine: Machine, token: Token, node: Activity, loop: MultiInstance): readonly Work[] => {
  const items = loop.collection === undefined ? undefined : listOf(machine.evaluate(loop.collection, token));
  const total =
    items?.length ??
    countOf(
      loop.cardinality === undefined ? null : machine.evaluate(loop.cardinality, token),
      'CASES.CARDINALITY_INVALID',
    );
  if (total > MOST_INSTANCES) {
    throw failure(
      'CASES.TOO_MANY_INSTANCES',
      `${node.id} would be done ${total} times at once; ${MOST_INSTANCES} is the most.`,
    );
  }
  machine.granted = Math.min(
    MOST_GRANTED,
    machine.granted + total * (1 + machine.index.inside({ node: node.id }).size),
  );
  if (total === 0) {
    openBody(machine, token, node, { total, started: 0, completed: 0 });
    return [{ kind: 'finish-loop', token: token.id }];
  }
  if (loop.sequential) {
    const body = openBody(machine, token, node, {
      total,
      started: 0,
      completed: 0,
      ...(items ? { items } : {}),
    });
    return nextInstance(machine, body, node);
  }
  const body = openBody(machine, token, node, { total, started: total, completed: 0 });
  return Array.from({ length: total }, (_, i) => enterInstance(machine, body, node, i + 1, items?.[i]));
};

/** Makes the token of one more instance. */
export const enterInstance = (
  machine: Machine,
  scope: string,
  node: Activity,
  counter: number,
  item: Json | undefined,
): Work => {
  const name = node.loop?.kind === 'multi' ? node.loop.item : undefined;
  const instance = {
    counter,
    ...(name === undefined ? {} : { name }),
    ...(item === undefined ? {} : { item }),
  };
  return { kind: 'enter', token: machine.createToken(node.id, scope, { instance }).id };
};

const openBody = (machine: Machine, token: Token, node: Activity, loop: LoopState): string => {
  const { id } = machine.openScope({ node: node.id, parent: token.scope, loop });
  machine.tokens.set({ ...token, holds: id });
  return id;
};

const countOf = (value: Json, code: string): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw failure(code, `${JSON.stringify(value)} is no number of times: a whole number, 0 or more.`);
};

const listOf = (value: Json): readonly Json[] => {
  if (Array.isArray(value)) return value as readonly Json[];
  throw failure(
    'CASES.COLLECTION_INVALID',
    `${JSON.stringify(value)} is no list to make an instance of each item.`,
  );
};
