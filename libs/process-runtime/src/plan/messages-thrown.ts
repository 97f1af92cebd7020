import type { EventResult } from './event-trigger.js';
import type { Assignment, PlanNode } from './plan-node.js';
import type { ProcessPlan } from './process-plan.js';

/** A message that an element sends, by its key in `plan.messages`, with the assignments that make its data. */
export interface MessageThrown {
  readonly node: string;
  readonly message: string;
  readonly data: readonly Assignment[];
}

/** Every message that throw and end events, send tasks and multi-instance activities of a plan may send. */
export const messagesThrown = ({ nodes }: ProcessPlan): readonly MessageThrown[] =>
  Object.values(nodes).flatMap((node) => thrownBy(node));

const thrownBy = (node: PlanNode): readonly MessageThrown[] => {
  const thrown = (result: EventResult, data: readonly Assignment[]): readonly MessageThrown[] => {
    if (result.kind === 'multiple') return result.of.flatMap((one) => thrown(one, data));
    return result.kind === 'message' ? [{ node: node.id, message: result.message, data }] : [];
  };
  if (node.type === 'endEvent' || node.type === 'intermediateThrowEvent')
    return thrown(node.result, node.inputs ?? []);
  const sent =
    'implementation' in node && node.implementation.kind === 'message'
      ? thrown(node.implementation, node.inputs)
      : [];
  if (!('loop' in node) || node.loop?.kind !== 'multi') return sent;
  const { event, complex = [] } = node.loop;
  // What its instances throw carries nothing.
  const ofInstances = [...(event ? [event] : []), ...complex.map((each) => each.event)];
  return [...sent, ...ofInstances.flatMap((result) => thrown(result, []))];
};
