import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.js';

/**
 * Edges in groups of those that lie on just the same cycles, were the ends joined to the start and directions forgotten;
 * within a group, in the order in which tokens come to them. Between two edges of a group lies what only they connect
 * with the rest (Johnson, Pearson and Pingali, The Program Structure Tree, 1994).
 *
 * Each edge beside a spanning tree gets a number at random, each edge of the tree the sum of those whose cycle it lies
 * on: equal sums, the same cycles. Linear; a collision is possible and does no harm, because what is found is looked at
 * again. The numbers come from a fixed seed, so that the same graph gives the same groups.
 */
export const cycleClasses = (graph: FlowGraph): readonly (readonly FlowEdge[])[] => {
  const walk = walkTree(graph);
  const sums = new Map<FlowNode, [number, number]>();
  const labels = new Map<FlowEdge, string>();
  const random = numbers();
  const add = (node: FlowNode, [a, b]: readonly [number, number]): void => {
    const sum = sums.get(node);
    if (sum) [sum[0], sum[1]] = [sum[0] ^ a, sum[1] ^ b];
    else sums.set(node, [a, b]);
  };
  for (const edge of graph.edges) {
    if (walk.tree.has(edge)) continue;
    const label = [random(), random()] as const;
    labels.set(edge, label.join());
    add(edge.from, label);
    add(edge.to, label);
  }
  // The edges that lead back from the ends, which are in no tree.
  for (const sink of [graph.end, graph.terminate]) {
    if (sink.ins.size === 0) continue;
    const label = [random(), random()] as const;
    add(sink, label);
    add(graph.start, label);
  }
  for (const { node, by, parent } of walk.order.toReversed()) {
    const sum = sums.get(node) ?? [0, 0];
    if (by) labels.set(by, sum.join());
    if (parent) add(parent, sum);
  }
  return grouped(graph, labels);
};

interface Step {
  readonly node: FlowNode;
  readonly by?: FlowEdge;
  readonly parent?: FlowNode;
}

const walkTree = (
  graph: FlowGraph,
): { readonly order: readonly Step[]; readonly tree: ReadonlySet<FlowEdge> } => {
  const tree = new Set<FlowEdge>();
  const order: Step[] = [{ node: graph.start }];
  const seen = new Set([graph.start]);
  // Any spanning tree will do; this one is by breadth.
  for (let i = 0; i < order.length; i += 1) {
    const { node } = order[i] ?? { node: graph.start };
    for (const edge of [...node.outs, ...node.ins]) {
      const other = edge.from === node ? edge.to : edge.from;
      if (seen.has(other)) continue;
      seen.add(other);
      tree.add(edge);
      order.push({ node: other, by: edge, parent: node });
    }
  }
  return { order, tree };
};

const grouped = (
  graph: FlowGraph,
  labels: ReadonlyMap<FlowEdge, string>,
): readonly (readonly FlowEdge[])[] => {
  const groups = new Map<string, FlowEdge[]>();
  for (const edge of inTokenOrder(graph)) {
    const label = labels.get(edge) ?? '';
    const group = groups.get(label);
    if (group) group.push(edge);
    else groups.set(label, [edge]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
};

const inTokenOrder = (graph: FlowGraph): readonly FlowEdge[] => {
  const edges: FlowEdge[] = [];
  const seen = new Set<FlowNode>();
  const queue = [graph.start];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const edge of node.outs) {
      edges.push(edge);
      queue.push(edge.to);
    }
  }
  return edges;
};

/** A linear congruential generator (Numerical Recipes), upper bits first. */
const numbers = (): (() => number) => {
  let state = 0x2545f491;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state ^ (state >>> 15);
  };
};
