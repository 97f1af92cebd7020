import type { EventTrigger } from '../../plan/event-trigger.js';
import type { PlanNode } from '../../plan/plan-node.js';

export const triggerOf = (node: PlanNode): EventTrigger => {
  if (node.type === 'receiveTask') return { kind: 'message', message: node.message };
  return 'trigger' in node ? node.trigger : { kind: 'none' };
};

/** The single triggers of an event. */
export const partsOf = (trigger: EventTrigger): readonly EventTrigger[] =>
  trigger.kind === 'multiple' ? trigger.of : [trigger];

/** Whether it takes all of several, in any order (BPMN 2.0.2 §10.5.5, parallel multiple). */
export const needsAll = (trigger: EventTrigger): boolean => trigger.kind === 'multiple' && trigger.all;

/** How well an event catches a code: by name, as catch-all, or not at all. */
export const catchesCode = (
  trigger: EventTrigger,
  kind: 'error' | 'escalation',
  code: string,
): 'named' | 'any' | undefined => {
  let any = false;
  for (const part of partsOf(trigger)) {
    if (part.kind !== kind) continue;
    if (part.code === code) return 'named';
    if (part.code === undefined) any = true;
  }
  return any ? 'any' : undefined;
};
