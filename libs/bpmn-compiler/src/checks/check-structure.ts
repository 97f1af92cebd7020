import type { Gateway, PlanNode, ProcessPlan } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** Starts, ends, attachments and ways: what BPMN 2.0.2 §10 asks of a graph that can run. */
export const checkStructure: PlanCheck = (plan) => {
  const nodes = Object.values(plan.nodes);
  return [
    ...(nodes.some((node) => node.type === 'startEvent' && node.parent === undefined)
      ? []
      : [problem('BPMN.NO_START', 'The process has no start event.', plan.processId)]),
    ...nodes.flatMap((node) => checkNode(plan, node)),
    ...checkReachability(plan),
  ];
};

const checkNode = (plan: ProcessPlan, node: PlanNode): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  if (node.type === 'subProcess' && node.start === undefined) {
    found.push(problem('BPMN.NO_START', 'The sub-process has no start event.', node.id));
  }
  if (node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway')
    found.push(...checkSplit(plan, node));
  return found;
};

const checkSplit = (plan: ProcessPlan, node: Gateway): readonly Diagnostic[] => {
  if (node.outgoing.length < 2) return [];
  const bare = node.outgoing.filter(
    (id) => id !== node.defaultFlow && plan.flows[id]?.condition === undefined,
  );
  const found = bare.map((id) =>
    problem('BPMN.FLOW_WITHOUT_CONDITION', 'The flow needs a condition, or must be the default.', id),
  );
  if (node.defaultFlow === undefined && node.type === 'exclusiveGateway') {
    found.push({
      severity: 'warning',
      code: 'BPMN.NO_DEFAULT_FLOW',
      message: 'No flow is the default: if no condition holds, the case stops as an incident.',
      elementId: node.id,
    });
  }
  return found;
};

const checkReachability = (plan: ProcessPlan): readonly Diagnostic[] => {
  const reached = new Set<string>();
  const queue = Object.values(plan.nodes)
    .filter((node) => node.type === 'startEvent' && node.parent === undefined)
    .map((node) => node.id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = plan.nodes[id];
    if (!node || reached.has(id)) continue;
    reached.add(id);
    for (const flow of node.outgoing) queue.push(plan.flows[flow]?.to ?? '');
    if ('boundary' in node) queue.push(...node.boundary);
    if (node.type === 'subProcess' && node.start !== undefined) queue.push(node.start);
  }
  return Object.keys(plan.nodes)
    .filter((id) => !reached.has(id))
    .map((id) => problem('BPMN.UNREACHABLE', 'No token can come here.', id));
};
