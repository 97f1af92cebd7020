import type { FlowEdge } from './flow-graph.js';
import { type Region, edgesOf } from './region.js';

/** The relation takes a byte for each pair. */
const MOST_EDGES = 2_000;

/**
 * Whether no edge of a region without inclusive joins can ever hold two tokens. Works out which two edges may
 * hold a token at the same time (Kovalyov's concurrency relation), never too few of them, so that yes is certain; no may
 * be too careful where the region has a deadlock.
 */
export const isNeverDoubled = (region: Region): boolean => {
  const edges = edgesOf(region);
  if (edges.length > MOST_EDGES) return false;
  const number = new Map(edges.map((edge, i) => [edge, i]));
  const together = new Uint8Array(edges.length * edges.length);
  const queue: number[] = [];
  const relate = (a: number, b: number): void => {
    const pair = a * edges.length + b;
    if (together[pair] === 1) return;
    together[pair] = 1;
    together[b * edges.length + a] = 1;
    queue.push(a, b, b, a);
  };
  const index = (edge: FlowEdge): number => number.get(edge) ?? -1;
  for (const node of region.nodes) {
    if (node.kind !== 'and' && node.kind !== 'or-split') continue;
    const outs = [...node.outs].map(index);
    outs.forEach((a, i) => outs.slice(i + 1).forEach((b) => relate(a, b)));
  }
  while (queue.length > 0) {
    const other = queue.pop() ?? 0;
    const own = queue.pop() ?? 0;
    if (own === other) return false;
    const edge = edges[own];
    if (!edge || edge === region.exit || !region.nodes.has(edge.to)) continue;
    const { kind, ins, outs } = edge.to;
    const moves =
      kind !== 'and' || [...ins].every((way) => together[index(way) * edges.length + other] === 1);
    if (moves) for (const out of outs) relate(index(out), other);
  }
  return true;
};
