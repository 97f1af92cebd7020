import { type Container, containerKey, containersOf } from './containers.js';
import { caughtMessages, messagesAhead } from './messages-ahead.js';
import type { PlanNode } from './plan-node.js';
import type { PlanFlow, ProcessPlan } from './process-plan.js';
import type { PlanGraph } from './plan-graph.js';
import { inputsReachableFrom } from './reachability.js';
import { jumpsOf, ownJumpsOf } from './successors.js';

/** What the reducer needs to look up quickly; made once a plan. */
export interface PlanIndex extends PlanGraph {
  readonly plan: ProcessPlan;
  /** Incoming flows of `gateway` that a token at `node` can still reach without passing the gateway. */
  reachableInputs(gateway: string, node: string): ReadonlySet<string>;
  /** Those that the token itself can reach, not one that a boundary event sends out besides. */
  inputsAhead(gateway: string, node: string): ReadonlySet<string>;
  /** Whether `node` itself catches `message`. */
  catches(node: string, message: string): boolean;
  /** Whether a token at `node` can still come to a node that catches `message`. */
  mayStillCatch(node: string, message: string): boolean;
  /** Inclusive or complex gateways, which wait for nothing else to come. */
  readonly hasWaitingJoins: boolean;
  /** Ad-hoc sub-processes that stay open until a condition holds. */
  readonly hasOpenAdHocs: boolean;
}

const indexes = new WeakMap<ProcessPlan, PlanIndex>();

export const indexOf = (plan: ProcessPlan): PlanIndex => {
  let index = indexes.get(plan);
  if (!index) {
    index = createIndex(plan);
    indexes.set(plan, index);
  }
  return index;
};

const createIndex = (plan: ProcessPlan): PlanIndex => {
  const inputs = new Map<string, ReadonlySet<string>>();
  const ahead = new Map<string, ReadonlySet<string>>();
  const catches = new Map<string, ReadonlySet<string>>();
  let containers: ReadonlyMap<string, Container> | undefined;

  const node = (id: string): PlanNode => {
    const found = plan.nodes[id];
    if (!found) throw new Error(`The plan ${plan.processId} has no node ${id}.`);
    return found;
  };
  const flow = (id: string): PlanFlow => {
    const found = plan.flows[id];
    if (!found) throw new Error(`The plan ${plan.processId} has no sequence flow ${id}.`);
    return found;
  };

  const index: PlanIndex = {
    plan,
    node,
    flow,
    inside: ({ node: id, process }) => {
      containers ??= containersOf(plan);
      return containers.get(containerKey(id, process)) ?? EMPTY;
    },
    reachableInputs: (gateway, from) =>
      remember(inputs, `${gateway} ${from}`, () => inputsReachableFrom(index, gateway, from, jumpsOf)),
    inputsAhead: (gateway, from) =>
      remember(ahead, `${gateway} ${from}`, () =>
        inputsReachableFrom(index, gateway, from, (at) => ownJumpsOf(index, at)),
      ),
    catches: (id, message) => caughtMessages(node(id)).includes(message),
    mayStillCatch: (from, message) => remember(catches, from, () => messagesAhead(index, from)).has(message),
    hasWaitingJoins: Object.values(plan.nodes).some(
      ({ type }) => type === 'inclusiveGateway' || type === 'complexGateway',
    ),
    hasOpenAdHocs: Object.values(plan.nodes).some(
      (one) => one.type === 'subProcess' && one.adHoc?.completion !== undefined,
    ),
  };
  return index;
};

const EMPTY: Container = { starts: [], eventSubProcesses: [], size: 0 };

const remember = <V>(memory: Map<string, V>, key: string, make: () => V): V => {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
};
