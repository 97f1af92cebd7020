import type { PlanGraph } from './plan-graph.js';
import { jumpsOf } from './successors.js';

/** Incoming flows of `gateway` that a token at `start` can still come by, in its own scope, without passing it. */
export const inputsReachableFrom = (
  graph: PlanGraph,
  gateway: string,
  start: string,
): ReadonlySet<string> => {
  const reached = new Set<string>();
  const seen = new Set<string>([start]);
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const current = graph.node(id);
    const next = [...jumpsOf(current)];
    for (const flowId of current.outgoing) {
      const { to } = graph.flow(flowId);
      if (to === gateway) reached.add(flowId);
      else next.push(to);
    }
    for (const other of next) {
      if (seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return reached;
};
