import { cycleClasses } from './cycle-classes.js';
import { type FlowEdge, type FlowGraph, type FlowNode, isSink } from './flow-graph.js';
import { type Region, regionFrom } from './region.js';

/** Nodes looked at in one search for parts: thousands of parts inside of each other are not worth the time. */
const MOST_STEPS = 200_000;

/** Parts with one way in and one way out, the smallest first. */
export const closedRegions = (graph: FlowGraph): readonly Region[] => {
  const found: Region[] = [];
  let steps = 0;
  for (const edges of cycleClasses(graph)) {
    edges.slice(1).forEach((exit, i) => {
      if (steps > MOST_STEPS) return;
      const region = between(edges[i], exit, () => (steps += 1));
      if (region) found.push(region);
    });
  }
  return found.toSorted((a, b) => a.nodes.size - b.nodes.size);
};

/** What lies between two edges, where nothing else leads into it or out of it. */
export const between = (
  entry: FlowEdge | undefined,
  exit: FlowEdge,
  onStep: () => void = () => undefined,
): Region | undefined => {
  if (!entry || entry.to === exit.to) return undefined;
  const nodes = new Set<FlowNode>();
  const queue = [entry.to];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (nodes.has(node)) continue;
    if (isSink(node) || node.kind === 'start' || node.kind === 'never') return undefined;
    nodes.add(node);
    onStep();
    for (const edge of node.outs) if (edge !== exit && edge !== entry) queue.push(edge.to);
    for (const edge of node.ins) if (edge !== entry && edge !== exit) queue.push(edge.from);
  }
  const closed = nodes.has(exit.from) && !nodes.has(exit.to) && !nodes.has(entry.from);
  return closed && nodes.size > 1 ? { entry, exit, nodes } : undefined;
};

/** Branches that are entered by one edge, once, and then only end, the smallest first. */
export const endingRegions = (graph: FlowGraph, onCycles: ReadonlySet<FlowNode>): readonly Region[] => {
  const found: Region[] = [];
  for (const node of graph.nodes) {
    if (node.kind !== 'and' && node.kind !== 'or-split') continue;
    if (onCycles.has(node)) continue;
    for (const edge of node.outs) {
      const region = regionFrom(edge);
      if (region.nodes.size > 0 && isEnding(region)) found.push(region);
    }
  }
  return found.toSorted((a, b) => a.nodes.size - b.nodes.size);
};

const isEnding = ({ entry, nodes }: Region): boolean => {
  for (const node of nodes) {
    for (const way of node.ins) if (way !== entry && !nodes.has(way.from)) return false;
    for (const out of node.outs) if (out.to.kind === 'terminate') return false;
  }
  return true;
};
