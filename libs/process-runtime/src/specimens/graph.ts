import * as fc from 'fast-check';
import type { ProcessPlan } from '../plan/process-plan.js';
import { type NodeSketch, end, gateway, planOf, start, user } from './plan-sketch.js';

type GraphNode =
  | { readonly kind: 'task'; readonly to: readonly number[] }
  | { readonly kind: 'choice'; readonly to: readonly number[]; readonly taken: number }
  /** Joins all that comes in and forks to all that goes out. */
  | { readonly kind: 'parallel'; readonly to: readonly number[] };

/**
 * An unstructured process: nodes that lead anywhere, so that it may lack synchronisation, come to a deadlock or never
 * end. Only a task leads back, so that no round is without a wait. Node 0 is entered first; a number beyond the last is
 * the end.
 */
export type Graph = readonly GraphNode[];

const shape = fc.record({
  kind: fc.constantFrom('task' as const, 'task' as const, 'choice' as const, 'parallel' as const),
  to: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
  taken: fc.nat(2),
});

export const graphs: fc.Arbitrary<Graph> = fc.array(shape, { minLength: 2, maxLength: 10 }).map((shapes) =>
  shapes.map(({ kind, to, taken }, from) => {
    const targets = [...new Set(to.map((target) => targetOf(kind, from, target, shapes.length)))];
    if (kind === 'choice') return { kind, to: targets, taken: taken % targets.length };
    return { kind, to: kind === 'task' ? targets.slice(0, 1) : targets };
  }),
);

/** A gateway leads onwards only. */
const targetOf = (kind: GraphNode['kind'], from: number, target: number, size: number): number =>
  kind === 'task' ? target % (size + 1) : from + 1 + (target % (size - from));

export const nameOf = (graph: Graph, node: number): string => (node < graph.length ? `n${node}` : 'end');

export const planOfGraph = (graph: Graph): ProcessPlan => {
  const nodes = graph.map((node, at): NodeSketch => {
    if (node.kind === 'task') return user(`n${at}`);
    return gateway(`n${at}`, node.kind === 'choice' ? 'exclusive' : 'parallel');
  });
  const flows = graph.flatMap((node, from) =>
    node.to.map((to, index) => {
      const condition = node.kind !== 'choice' ? '' : index === node.taken ? ' : default' : ' : false';
      return `n${from} > ${nameOf(graph, to)}${condition}`;
    }),
  );
  return planOf([start(), ...nodes, end()], ['start > n0', ...flows]);
};
