import type { EventResult, Gateway, PlanNode, ProcessPlan } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** Beginnings, ways and what can be reached: what BPMN 2.0.2 §10 asks of a graph that can run. */
export const checkStructure: PlanCheck = (plan) => {
  const nodes = Object.values(plan.nodes);
  const splits = nodes.filter(isSplit);
  return [
    ...(nodes.some(begins)
      ? []
      : [problem('BPMN.NO_START', 'The process has no start event.', plan.processId)]),
    ...splits.flatMap((node) => checkSplit(plan, node)),
    ...checkReachability(plan),
  ];
};

const isSplit = (node: PlanNode): node is Gateway =>
  node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway';

const begins = (node: PlanNode): boolean =>
  node.parent === undefined &&
  node.process === undefined &&
  (node.type === 'startEvent' || ('instantiate' in node && node.instantiate !== undefined));

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
  const entries = entriesOf(plan);
  const reached = new Set<string>();
  const open = [...(entries.get('') ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = plan.nodes[id];
    if (!node || reached.has(id)) continue;
    reached.add(id);
    open.push(...nextOf(plan, node));
    if (node.type === 'subProcess') open.push(...(entries.get(node.id) ?? []));
    if (node.type === 'callActivity') open.push(...(entries.get(`process ${node.calls}`) ?? []));
  }
  return Object.keys(plan.nodes)
    .filter((id) => !reached.has(id))
    .map((id) => problem('BPMN.UNREACHABLE', 'No token can come here.', id));
};

/** By what contains them: nodes that are entered with it, because nothing leads to them. */
const entriesOf = (plan: ProcessPlan): ReadonlyMap<string, readonly string[]> => {
  const entries = new Map<string, string[]>();
  for (const node of Object.values(plan.nodes)) {
    const led = node.incoming.length > 0 || node.type === 'boundaryEvent' || isHandler(node) || isLink(node);
    if (led) continue;
    const container = node.parent ?? (node.process === undefined ? '' : `process ${node.process}`);
    entries.set(container, [...(entries.get(container) ?? []), node.id]);
  }
  return entries;
};

const isHandler = (node: PlanNode): boolean => 'forCompensation' in node && node.forCompensation;
const isLink = (node: PlanNode): boolean => 'trigger' in node && node.trigger.kind === 'link';

const nextOf = (plan: ProcessPlan, node: PlanNode): readonly string[] => [
  ...node.outgoing.flatMap((flow) => plan.flows[flow]?.to ?? []),
  ...('boundary' in node ? node.boundary : []),
  ...('trigger' in node && node.trigger.kind === 'compensation' ? [node.trigger.handler ?? ''] : []),
  ...('result' in node ? linkedFrom(node.result) : []),
];

const linkedFrom = (result: EventResult): readonly string[] => {
  if (result.kind === 'multiple') return result.of.flatMap(linkedFrom);
  return result.kind === 'link' ? [result.to] : [];
};
