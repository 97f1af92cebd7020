import type { EventTrigger } from '../plan/event-trigger.js';
import type { PlanNode } from '../plan/plan-node.js';
import type { ProcessPlan } from '../plan/process-plan.js';

export type Caught = { readonly kind: 'message' | 'signal'; readonly name: string };

/** A node of the process itself whose event starts an instance. */
export interface Starter {
  readonly plan: ProcessPlan;
  readonly node: string;
  /** A parallel multiple event: starts when each of these has come. */
  readonly needs: readonly EventTrigger[];
}

const isTop = (node: PlanNode): boolean => node.parent === undefined && node.process === undefined;

/** The none start events of a process, in document order. */
export const noneStartsOf = (plan: ProcessPlan): readonly string[] =>
  Object.values(plan.nodes).flatMap((node) =>
    isTop(node) && node.type === 'startEvent' && node.trigger.kind === 'none' ? [node.id] : [],
  );

/** Start events of a process with something to wait for, in document order. */
export const eventStartsOf = (
  plan: ProcessPlan,
): readonly { readonly node: string; readonly trigger: EventTrigger }[] =>
  Object.values(plan.nodes).flatMap((node) =>
    isTop(node) && node.type === 'startEvent' && node.trigger.kind !== 'none'
      ? [{ node: node.id, trigger: node.trigger }]
      : [],
  );

/** Where a message or signal from outside starts an instance of `plan` (BPMN 2.0.2 §13.2). */
export const startersOf = (plan: ProcessPlan, caught: Caught): readonly Starter[] =>
  Object.values(plan.nodes).flatMap((node) => {
    if (!isTop(node)) return [];
    const trigger = startTriggerOf(plan, node);
    if (!trigger) return [];
    const parts = trigger.kind === 'multiple' ? trigger.of : [trigger];
    if (!parts.some((part) => matches(part, caught))) return [];
    return [{ plan, node: node.id, needs: trigger.kind === 'multiple' && trigger.all ? parts : [] }];
  });

export const matches = (trigger: EventTrigger, { kind, name }: Caught): boolean =>
  (trigger.kind === 'message' && kind === 'message' && trigger.message === name) ||
  (trigger.kind === 'signal' && kind === 'signal' && trigger.signal === name);

const startTriggerOf = (plan: ProcessPlan, node: PlanNode): EventTrigger | undefined => {
  if (node.type === 'startEvent') return node.trigger;
  if (node.type === 'receiveTask') {
    const first = node.instantiate === true || followsInstantiating(plan, node);
    return first ? { kind: 'message', message: node.message } : undefined;
  }
  return node.type === 'intermediateCatchEvent' && followsInstantiating(plan, node)
    ? node.trigger
    : undefined;
};

const followsInstantiating = (plan: ProcessPlan, node: PlanNode): boolean =>
  node.incoming.some((id) => {
    const before = plan.nodes[plan.flows[id]?.from ?? ''];
    return before?.type === 'eventBasedGateway' && before.instantiate !== undefined;
  });
