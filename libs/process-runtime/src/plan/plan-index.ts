import type { PlanNode } from './plan-node.js';
import type { PlanFlow, ProcessPlan } from './process-plan.js';

/** What the reducer needs to look up quickly; made once a plan. */
export interface PlanIndex {
  readonly plan: ProcessPlan;
  node(id: string): PlanNode;
  flow(id: string): PlanFlow;
  /** Incoming flows of `gateway` that a token at `node` can still reach without passing the gateway. */
  reachableInputs(gateway: string, node: string): ReadonlySet<string>;
  /** Whether `node` itself catches `message`. */
  catches(node: string, message: string): boolean;
  /** Whether a token at `node` can still come to a node that catches `message`. */
  mayStillCatch(node: string, message: string): boolean;
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
  const catches = new Map<string, ReadonlySet<string>>();

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

  /** Where a token may be next: along flows, through boundary events, and into sub-processes. */
  const successors = (id: string): readonly string[] => {
    const current = node(id);
    const next = current.outgoing.map((flowId) => flow(flowId).to);
    if ('boundary' in current) next.push(...current.boundary);
    if (current.type === 'subProcess' && current.start !== undefined) next.push(current.start);
    return next;
  };

  const inputsReachableFrom = (gateway: string, start: string): ReadonlySet<string> => {
    const reached = new Set<string>();
    const seen = new Set<string>([start]);
    const queue = [start];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const current = node(id);
      const boundary = 'boundary' in current ? current.boundary : [];
      for (const flowId of current.outgoing) {
        const { to } = flow(flowId);
        if (to === gateway) reached.add(flowId);
        else if (!seen.has(to)) {
          seen.add(to);
          queue.push(to);
        }
      }
      for (const event of boundary) {
        if (!seen.has(event)) {
          seen.add(event);
          queue.push(event);
        }
      }
    }
    return reached;
  };

  const messagesAhead = (start: string): ReadonlySet<string> => {
    const messages = new Set<string>();
    const seen = new Set<string>();
    const queue = [...successors(start)];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const message = caughtMessage(node(id));
      if (message !== undefined) messages.add(message);
      queue.push(...successors(id));
    }
    return messages;
  };

  return {
    plan,
    node,
    flow,
    reachableInputs: (gateway, from) =>
      remember(inputs, `${gateway} ${from}`, () => inputsReachableFrom(gateway, from)),
    catches: (id, message) => caughtMessage(node(id)) === message,
    mayStillCatch: (from, message) => remember(catches, from, () => messagesAhead(from)).has(message),
  };
};

const caughtMessage = (node: PlanNode): string | undefined => {
  if (node.type === 'receiveTask') return node.message;
  if (node.type === 'intermediateCatchEvent' || node.type === 'boundaryEvent') {
    return node.trigger.kind === 'message' ? node.trigger.message : undefined;
  }
  return undefined;
};

const remember = <V>(memory: Map<string, V>, key: string, make: () => V): V => {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
};
