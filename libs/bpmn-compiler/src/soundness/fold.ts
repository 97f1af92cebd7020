import {
  type FlowEdge,
  type FlowGraph,
  type FlowNode,
  firstOf,
  isSink,
  joinTrails,
  type Trail,
} from './flow-graph.js';

/**
 * Folds what is sound by its shape alone into single edges, in time that grows with the number of edges: sequences,
 * matching splits and joins, branches that end for themselves, loops with a way out, gateways of one kind in a row. What
 * is folded behaves to everything around it as before; a graph that folds to one edge from start to end is sound.
 */
export const fold = (graph: FlowGraph, onCycles: ReadonlySet<FlowNode>): void => {
  const queue = new Set(graph.nodes);
  const again = (node: FlowNode): void => {
    if (graph.nodes.has(node)) queue.add(node);
  };
  for (let node = firstOf(queue); node; node = firstOf(queue)) {
    queue.delete(node);
    if (!graph.nodes.has(node)) continue;
    joinParallel(graph, node, again);
    loseEnding(graph, node, onCycles, again);
    loseLoop(graph, node, again);
    if (passThrough(graph, node, again)) continue;
    meltForward(graph, node, again);
  }
};

type Again = (node: FlowNode) => void;

const merges = new Set(['xor', 'end', 'or-join']);

/** Whether ways from one to the other that run side by side are as good as a single one. */
const isBond = (from: FlowNode, to: FlowNode): boolean => {
  // The first of several tokens to come to a terminate event ends the others.
  if (to.kind === 'terminate') return from.kind === 'xor';
  if (to.kind === 'end') return from.kind !== 'never' && from.kind !== 'start';
  if (from.kind === 'xor') return merges.has(to.kind);
  if (from.kind === 'and') return to.kind === 'and' || to.kind === 'or-join';
  return from.kind === 'or-split' && to.kind === 'or-join';
};

const joinParallel = (graph: FlowGraph, node: FlowNode, again: Again): void => {
  if (node.outs.size < 2) return;
  const byTarget = new Map<FlowNode, FlowEdge>();
  for (const edge of node.outs) {
    if (edge.to === node || !isBond(node, edge.to)) continue;
    const kept = byTarget.get(edge.to);
    if (!kept) byTarget.set(edge.to, edge);
    // What is taken where nothing else is goes with nothing else.
    else if ((kept.way === 'default') === (edge.way === 'default') || node.outs.size === 2) {
      unite(graph, kept, edge);
      again(kept.to);
      again(node);
    } else if (kept.way === 'default') byTarget.set(edge.to, edge);
  }
  // Where there is nothing left to decide, nothing can be decided wrongly.
  const [only, more] = node.outs;
  if (only && !more) only.doubtful = false;
};

const unite = (graph: FlowGraph, kept: FlowEdge, edge: FlowEdge): void => {
  const both = kept.from.kind === 'and' || (kept.way === 'fixed' && edge.way === 'fixed');
  kept.into = joinTrails(kept.into, edge.into);
  if (both) kept.trail = joinTrails(kept.trail, edge.trail);
  // One of the two is shown, best the one on which something is done.
  else if (edge.acts && !kept.acts) kept.trail = edge.trail;
  if (edge.way === 'fixed' || kept.way === 'default') kept.way = edge.way;
  kept.acts ||= edge.acts;
  kept.doubtful &&= edge.doubtful;
  graph.cut(edge);
};

/** A branch of a fork that ends for itself takes nothing from the others, unless it is begun again before it ends. */
const loseEnding = (
  graph: FlowGraph,
  node: FlowNode,
  onCycles: ReadonlySet<FlowNode>,
  again: Again,
): void => {
  if (node.kind !== 'and') return;
  for (const edge of node.outs) {
    if (node.outs.size < 2) return;
    if (edge.to.kind !== 'end' || (edge.acts && onCycles.has(node))) continue;
    graph.cut(edge);
    again(edge.to);
  }
};

/**
 * A loop with a way out is as good as none; what is done in it counts as done on the one way into it, from where a token
 * can come to the same places.
 */
const loseLoop = (graph: FlowGraph, node: FlowNode, again: Again): void => {
  if (node.kind !== 'xor' || node.outs.size < 2) return;
  for (const back of node.outs) {
    const [way, ...others] = [...back.to.ins].filter((edge) => edge !== back);
    const [onwards, more] = back.to.outs;
    if (back.to === node) {
      if (back.acts && (!way || others.length > 0 || way.from.kind === 'never')) continue;
      if (way && back.acts) goRound(way, node, back);
    } else if (back.to.kind === 'xor' && onwards?.to === node && !more && node.ins.size === 1) {
      if (back.acts && !onwards.acts) goRound(onwards, node, back, back.to, onwards.trail);
    } else continue;
    graph.cut(back);
    again(back.to);
    return again(node);
  }
};

const goRound = (way: FlowEdge, node: FlowNode, back: FlowEdge, head?: FlowNode, once?: Trail): void => {
  if (!way.acts) way.trail = joinTrails(way.trail, node.element, back.trail, head?.element, once);
  way.acts = true;
};

/** One way in and one way out: nothing happens here. Keeps the way in, so that it stays what it was to others. */
const passThrough = (graph: FlowGraph, node: FlowNode, again: Again): boolean => {
  const [way, another] = node.ins;
  const [out, other] = node.outs;
  if (!way || !out || another || other || way === out || isSink(node)) return false;
  if (way.from.kind === 'never') return false;
  way.trail = joinTrails(way.trail, node.element, out.trail);
  way.acts ||= out.acts;
  way.doubtful ||= out.doubtful;
  way.into = out.into;
  const { to } = out;
  graph.cut(out);
  graph.lead(way, to);
  graph.drop(node);
  again(way.from);
  again(to);
  return true;
};

/** Two gateways of one kind in a row are one, where nothing can come between them. */
const meltForward = (graph: FlowGraph, node: FlowNode, again: Again): void => {
  if (node.kind !== 'xor' && node.kind !== 'and') return;
  for (const edge of node.outs) {
    const next = edge.to;
    if (next === node || edge.acts) continue;
    const onlyWay = node.outs.size === 1 && !edge.doubtful;
    if (next.kind === 'end' && node.kind === 'xor' && onlyWay) {
      for (const way of node.ins) redirect(graph, way, edge, next);
    } else if (next.kind !== node.kind) continue;
    else if (onlyWay) for (const way of node.ins) redirect(graph, way, edge, next);
    else if (next.ins.size === 1) {
      for (const out of next.outs) {
        out.trail = joinTrails(edge.trail, next.element, out.trail);
        out.doubtful ||= edge.doubtful;
        graph.leave(out, node);
      }
    } else continue;
    graph.cut(edge);
    const gone = onlyWay ? node : next;
    graph.drop(gone);
    for (const { from } of [...node.ins, ...next.ins]) again(from);
    again(onlyWay ? next : node);
    return again(node);
  }
};

const redirect = (graph: FlowGraph, way: FlowEdge, edge: FlowEdge, next: FlowNode): void => {
  way.trail = joinTrails(way.trail, edge.from.element, edge.trail);
  way.into = joinTrails(way.into, edge.into);
  graph.lead(way, next);
};
