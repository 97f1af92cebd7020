import { type PlanNode, type ProcessPlan, reachesOtherCases } from '@lianban/process-runtime';

/** A signal as a start subscription names it, apart from messages, which are CloudEvents types. */
export const signalTopic = (signal: string): string => `signal:${signal}`;

/** What begins a case of the plan from outside: messages and signals, each with the element that it triggers. */
export const beginningsOf = (
  plan: ProcessPlan,
): readonly { readonly message: string; readonly startEvent: string }[] =>
  Object.values(plan.nodes).flatMap((node) => {
    if (node.parent !== undefined || node.process !== undefined) return [];
    const message = beginning(plan, node);
    return message === undefined ? [] : [{ message, startEvent: node.id }];
  });

const beginning = (plan: ProcessPlan, node: PlanNode): string | undefined => {
  if (node.type === 'receiveTask')
    return node.instantiate || afterInstantiating(plan, node) ? node.message : undefined;
  const begins =
    node.type === 'startEvent' || (node.type === 'intermediateCatchEvent' && afterInstantiating(plan, node));
  if (!begins) return undefined;
  if (node.trigger.kind === 'message') return node.trigger.message;
  const { trigger } = node;
  return trigger.kind === 'signal' && reachesOtherCases(plan, trigger.signal)
    ? signalTopic(trigger.signal)
    : undefined;
};

const afterInstantiating = (plan: ProcessPlan, { incoming }: PlanNode): boolean =>
  incoming.some((flow) => {
    const before = plan.nodes[plan.flows[flow]?.from ?? ''];
    return before?.type === 'eventBasedGateway' && before.instantiate !== undefined;
  });
