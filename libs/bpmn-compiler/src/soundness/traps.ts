import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.js';
import { elementsOn, joinTrails, type Trail } from './flow-graph.js';

/** Knots that are told one by one; a process with more is to be drawn anew anyway. */
const MOST_TRAPS = 20;

/** A cycle, or a knot of them, that no way leads out of. */
export interface Trap {
  readonly elements: readonly string[];
  /** From the start into the cycle and once round. */
  readonly path: readonly string[];
}

export const trapsOf = (graph: FlowGraph): readonly Trap[] => {
  const ending = backwards([graph.end, graph.terminate]);
  const reached = walk(graph);
  const lost = new Set([...reached.keys()].filter((node) => !ending.has(node) && node !== graph.never));
  const traps: Trap[] = [];
  for (const first of lost) {
    if (!lost.has(first) || traps.length === MOST_TRAPS) continue;
    const knot = bottomOf(first);
    // Whatever leads into this knot and nowhere else has been spoken of with it.
    for (const node of backwards([...knot])) lost.delete(node);
    const inside = [...knot].flatMap((node) => [node.element, ...[...node.outs].map(({ trail }) => trail)]);
    const entrance = [...knot].reduce((a, b) =>
      (reached.get(b)?.depth ?? 0) < (reached.get(a)?.depth ?? 0) ? b : a,
    );
    traps.push({
      elements: elementsOn(joinTrails(...inside)),
      path: elementsOn(joinTrails(wayTo(entrance, reached), round(entrance))),
    });
  }
  return traps;
};

/**
 * A knot ahead that is left for no other. Walked against the flow, the last node from which a walk must begin lies in
 * one: whatever could come to it by such a walk would have come to it before.
 */
const bottomOf = (first: FlowNode): ReadonlySet<FlowNode> => {
  const ahead = forwards(first);
  const seen = new Set<FlowNode>();
  let last = first;
  for (const root of ahead) {
    if (seen.has(root)) continue;
    last = root;
    const queue = [root];
    for (let node = queue.pop(); node; node = queue.pop()) {
      if (seen.has(node) || !ahead.has(node)) continue;
      seen.add(node);
      for (const { from } of node.ins) queue.push(from);
    }
  }
  return forwards(last);
};

const forwards = (start: FlowNode): ReadonlySet<FlowNode> => {
  const seen = new Set([start]);
  for (const node of seen) for (const { to } of node.outs) seen.add(to);
  return seen;
};

const backwards = (starts: readonly FlowNode[]): ReadonlySet<FlowNode> => {
  const seen = new Set(starts);
  for (const node of seen) for (const { from } of node.ins) seen.add(from);
  return seen;
};

type Reached = ReadonlyMap<FlowNode, { readonly by?: FlowEdge; readonly depth: number }>;

const walk = (graph: FlowGraph): Reached => {
  const reached = new Map<FlowNode, { readonly by?: FlowEdge; readonly depth: number }>();
  reached.set(graph.start, { depth: 0 });
  for (const [node, { depth }] of reached) {
    for (const by of node.outs) if (!reached.has(by.to)) reached.set(by.to, { by, depth: depth + 1 });
  }
  return reached;
};

const wayTo = (node: FlowNode, reached: Reached): Trail => {
  const steps: Trail[] = [];
  for (let at = node; ;) {
    steps.push(at.element);
    const by = reached.get(at)?.by;
    if (!by) return joinTrails(...steps.toReversed());
    steps.push(by.trail);
    at = by.from;
  }
};

const round = (entrance: FlowNode): Trail => {
  const cameBy = new Map<FlowNode, FlowEdge>();
  const queue = [entrance];
  for (const node of queue) {
    for (const edge of node.outs) {
      if (cameBy.has(edge.to)) continue;
      cameBy.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  const steps: Trail[] = [];
  for (let edge = cameBy.get(entrance); edge; edge = cameBy.get(edge.from)) {
    steps.push(edge.to.element, edge.trail);
    if (edge.from === entrance) break;
  }
  return joinTrails(...steps.toReversed());
};
