import type { EventResult } from './event-trigger.js';
import type { PlanNode } from './plan-node.js';
import type { PlanGraph } from './plan-graph.js';

/** Nodes that a token at `node` may come to next in the same scope: along links, and through boundary events. */
export const jumpsOf = (node: PlanNode): readonly string[] => {
  if ('boundary' in node) return node.boundary;
  return linksFrom(node);
};

/** Link events that a token at `node` goes on from. */
const linksFrom = (node: PlanNode): readonly string[] =>
  node.type === 'intermediateThrowEvent' || node.type === 'endEvent' ? linksOf(node.result) : [];

/** Nodes that the token at `node` itself may jump to: a boundary event that does not interrupt sends out another one. */
export const ownJumpsOf = (graph: PlanGraph, node: PlanNode): readonly string[] => {
  if (!('boundary' in node)) return linksFrom(node);
  return node.boundary.filter((id) => {
    const event = graph.node(id);
    return event.type === 'boundaryEvent' && (event.interrupting || event.trigger.kind === 'error');
  });
};

/** Nodes that are entered inside of `node` when it begins. */
export const enteredInside = (graph: PlanGraph, node: PlanNode): readonly string[] => {
  if (node.type === 'callActivity') {
    return whole(graph, { process: node.calls });
  }
  if (node.type !== 'subProcess') return [];
  return [...(node.start === undefined ? [] : [node.start]), ...whole(graph, { node: node.id })];
};

const whole = (graph: PlanGraph, place: { node?: string; process?: string }): readonly string[] => {
  const { starts, eventSubProcesses } = graph.inside(place);
  return [...starts, ...eventSubProcesses.flatMap(({ node, start }) => [node.id, start.id])];
};

const linksOf = (result: EventResult): readonly string[] => {
  if (result.kind === 'link') return [result.to];
  return result.kind === 'multiple' ? result.of.flatMap(linksOf) : [];
};
