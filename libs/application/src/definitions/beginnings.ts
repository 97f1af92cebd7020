import { type PlanNode, type ProcessPlan, reachesOtherCases } from '@lianban/process-runtime';

/** A signal as a start subscription names it, apart from messages, which are CloudEvents types. */
export const signalTopic = (signal: string): string => `signal:${signal}`;

/** What begins a case of the plan from outside: messages and signals, each with the element that it triggers. */
export const beginningsOf = (
  plan: ProcessPlan,
): readonly { readonly message: string; readonly startEvent: string }[] =>
  Object.values(plan.nodes).flatMap((node) => {
    if (node.parent !== undefined || node.process !== undefined) return [];
    return [...new Set(beginning(plan, node))].map((message) => ({ message, startEvent: node.id }));
  });

const beginning = (plan: ProcessPlan, node: PlanNode): readonly string[] => {
  if (node.type === 'receiveTask')
    return node.instantiate || afterInstantiating(plan, node) ? [node.message] : [];
  const begins =
    node.type === 'startEvent' || (node.type === 'intermediateCatchEvent' && afterInstantiating(plan, node));
  if (!begins) return [];
  const parts = node.trigger.kind === 'multiple' ? node.trigger.of : [node.trigger];
  return parts.flatMap((trigger) => {
    if (trigger.kind === 'message') return [trigger.message];
    return trigger.kind === 'signal' && reachesOtherCases(plan, trigger.signal)
      ? [signalTopic(trigger.signal)]
      : [];
  });
};

const afterInstantiating = (plan: ProcessPlan, { incoming }: PlanNode): boolean =>
  incoming.some((flow) => {
    const before = plan.nodes[plan.flows[flow]?.from ?? ''];
    return before?.type === 'eventBasedGateway' && before.instantiate !== undefined;
  });
