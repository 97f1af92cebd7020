import type { EventTrigger, PlanFlow, PlanNode, ProcessPlan } from '@lianban/process-runtime';

const TASKS: ReadonlySet<string> = new Set([
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'sendTask',
  'scriptTask',
  'businessRuleTask',
  'callActivity',
]);

/** FEEL that the evaluator of the run answers: whether the trace takes this flow. */
export const takes = (flow: string): string => `take ${flow}`;
export const flowTaken = (expression: string): string | undefined =>
  expression.startsWith('take ') ? expression.slice('take '.length) : undefined;

/** The message that stands for a time or a condition, which come when the trace says so. */
const toldTo = (node: string): EventTrigger => ({ kind: 'message', message: `told to ${node}` });

/**
 * A plan as the traces were recorded: every task, call activity too, is one step that somebody performs; markers of
 * repetition do nothing; choices are made, and times and conditions come, from outside.
 */
export const adaptPlan = (plan: ProcessPlan): ProcessPlan => {
  const nodes = Object.values(plan.nodes).map(adaptNode);
  const flows = Object.values(plan.flows).map((flow) => adaptFlow(plan, flow));
  return {
    ...plan,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
  };
};

const adaptNode = (node: PlanNode): PlanNode => {
  if ('trigger' in node) {
    const { when: _always, ...event } = { when: undefined, ...node };
    return { ...event, outputs: [], trigger: adaptTrigger(node.id, node.trigger) };
  }
  if (!('boundary' in node)) return { ...node, outputs: [] };
  const { loop: _once, startQuantity: _one, completionQuantity: _each, ...activity } = node;
  const bare = { ...activity, inputs: [], outputs: [] };
  if (TASKS.has(bare.type)) {
    return {
      ...bare,
      type: 'serviceTask',
      implementation: { kind: 'conductor', operation: bare.id },
    };
  }
  if (bare.type !== 'subProcess') return bare;
  const { adHoc: _plain, ...inside } = bare;
  return inside;
};

const adaptTrigger = (node: string, trigger: EventTrigger): EventTrigger =>
  trigger.kind === 'condition' || trigger.kind === 'timer' ? toldTo(node) : trigger;

const adaptFlow = (plan: ProcessPlan, flow: PlanFlow): PlanFlow => {
  const from = plan.nodes[flow.from];
  const { condition, ...bare } = flow;
  const isDefault = from !== undefined && 'defaultFlow' in from && from.defaultFlow === flow.id;
  const chooses =
    from?.type === 'exclusiveGateway' || from?.type === 'inclusiveGateway' || from?.type === 'complexGateway';
  const asked = chooses ? from.outgoing.length > 1 : condition !== undefined;
  return asked && !isDefault ? { ...bare, condition: takes(flow.id) } : bare;
};
