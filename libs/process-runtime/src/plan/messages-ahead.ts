import type { PlanGraph } from './plan-graph.js';
import type { PlanNode } from './plan-node.js';
import { enteredInside, jumpsOf } from './successors.js';

/** Messages that a token at `start` can still come to wait for, on its way or inside of what it stands at. */
export const messagesAhead = (graph: PlanGraph, start: string): ReadonlySet<string> => {
  const messages = new Set<string>();
  const seen = new Set<string>();
  const queue = [...successors(graph, graph.node(start))];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = graph.node(id);
    for (const message of caughtMessages(node)) messages.add(message);
    queue.push(...successors(graph, node));
  }
  return messages;
};

export const caughtMessages = (node: PlanNode): readonly string[] => {
  if (node.type === 'receiveTask') return [node.message];
  if (!('trigger' in node)) return [];
  const parts = node.trigger.kind === 'multiple' ? node.trigger.of : [node.trigger];
  return parts.flatMap((trigger) => (trigger.kind === 'message' ? [trigger.message] : []));
};

const successors = (graph: PlanGraph, node: PlanNode): readonly string[] => [
  ...node.outgoing.map((flow) => graph.flow(flow).to),
  ...jumpsOf(node),
  ...enteredInside(graph, node),
  // One instance after the other waits again at the same node.
  ...('loop' in node && node.loop ? [node.id] : []),
  // What undoes something waits for its own messages.
  ...(node.type === 'boundaryEvent' && node.trigger.kind === 'compensation'
    ? [node.trigger.handler ?? []].flat()
    : []),
];
