import { type FlowEdge, type FlowNode, isSink } from './flow-graph.js';

/** A part of a graph that tokens enter by one edge and leave by another, or, where there is none, only by ending. */
export interface Region {
  readonly entry: FlowEdge;
  readonly exit?: FlowEdge;
  readonly nodes: ReadonlySet<FlowNode>;
}

/** All that can be reached from an edge. */
export const regionFrom = (entry: FlowEdge): Region => {
  const nodes = new Set<FlowNode>();
  const queue = [entry.to];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (nodes.has(node) || isSink(node)) continue;
    nodes.add(node);
    for (const { to } of node.outs) queue.push(to);
  }
  return { entry, nodes };
};

/** The edges of a region: its entry first, then those that leave its nodes. */
export const edgesOf = ({ entry, nodes }: Region): readonly FlowEdge[] => [
  entry,
  ...[...nodes].flatMap((node) => [...node.outs]),
];

/** Whether a token that has left the region may enter it again. */
export const comesBack = ({ entry, exit }: Region): boolean => {
  if (!exit) return false;
  const seen = new Set([exit.to]);
  for (const node of seen) {
    if (node === entry.from) return true;
    for (const { to } of node.outs) seen.add(to);
  }
  return false;
};
