import type { PlanGraph } from './plan-graph.js';
import type { PlanNode } from './plan-node.js';

/**
 * Incoming flows of `gateway` that a token at `start` can still come by, in its own scope, without passing it; `jumps`
 * are the ways besides sequence flows.
 */
export const inputsReachableFrom = (
  graph: PlanGraph,
  gateway: string,
  start: string,
  jumps: (node: PlanNode) => readonly string[],
): ReadonlySet<string> => {
  const reached = new Set<string>();
  const seen = new Set<string>([start]);
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const current = graph.node(id);
    const next = [...jumps(current)];
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
