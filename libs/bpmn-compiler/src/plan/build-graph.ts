import type { ClockDefinition, PlanFlow, PlanNode } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import { elementOf } from '../read/properties.js';
import { buildNode, flowsOf, isDecoration } from './build-node.js';
import { feelIn } from './expression.js';
import { flowElements, type PlacedElement } from './flow-elements.js';
import { lanePlacement } from './lanes.js';
import { clocksOf, optional } from './node-extensions.js';
import { supplementRounds } from './office/supplement.js';
import { type Graph, isGlobalTask, type Source, type SourceFile } from './source.js';

/** The graph of a process; a global task is a process of one step. */
export const graphOf = (file: SourceFile, callable: ModdleElement): Graph => {
  const known = file.graphs.get(callable);
  if (known) return known;
  const findings: Diagnostic[] = [];
  const source: Source = {
    ...file,
    refuse: (element, what) => {
      findings.push(problem('BPMN.UNSUPPORTED_ELEMENT', `${what} cannot run here.`, idNear(element)));
    },
  };
  const graph = { ...(isGlobalTask(callable) ? taskAlone : buildGraph)(source, callable), findings };
  file.graphs.set(callable, graph);
  return graph;
};

/** Event definitions and expressions often have no id: what holds them has one. */
const idNear = (element: ModdleElement): string | undefined => {
  let near: ModdleElement | undefined = element;
  while (near && near.id === undefined) near = near.$parent;
  return near?.id;
};

type Built = Omit<Graph, 'findings'>;

const taskAlone = (source: Source, task: ModdleElement): Built => {
  const node = buildNode(source, task, { incoming: [], outgoing: [], boundary: [] });
  return { nodes: node ? Object.fromEntries([[node.id, node]]) : {}, flows: {}, clocks: {} };
};

const buildGraph = (source: Source, process: ModdleElement): Built => {
  const elements = flowElements(process);
  const laneByElement = lanePlacement(process);
  const boundary = idsBy(elements, 'bpmn:BoundaryEvent', 'attachedToRef');
  const outgoing = idsBy(elements, 'bpmn:SequenceFlow', 'sourceRef');
  const incoming = idsBy(elements, 'bpmn:SequenceFlow', 'targetRef');
  const nodes = new Map<string, PlanNode>();
  const flows = new Map<string, PlanFlow>();
  const clocks = new Map<string, ClockDefinition>();
  for (const { element, parent } of elements) {
    const id = element.id;
    if (id === undefined) {
      if (!isDecoration(element)) source.refuse(element, `${element.$type} without an id`);
      continue;
    }
    if (element.$type === 'bpmn:SequenceFlow') {
      const flow = buildFlow(source, element, id);
      if (flow) flows.set(id, flow);
      continue;
    }
    const lane = laneByElement.get(id) ?? (parent === undefined ? undefined : laneByElement.get(parent));
    const node = buildNode(source, element, {
      ...optional('parent', parent),
      ...optional('lane', lane),
      incoming: flowsOf(element, 'incoming', incoming.get(id) ?? []),
      outgoing: flowsOf(element, 'outgoing', outgoing.get(id) ?? []),
      boundary: boundary.get(id) ?? [],
    });
    if (node) nodes.set(id, node);
    for (const clock of clocksOf(element)) clocks.set(clock.id, clock);
  }
  for (const { element } of elements) {
    const task = element.id === undefined ? undefined : nodes.get(element.id);
    const ways = task?.outgoing.flatMap((id) => flows.get(id) ?? []) ?? [];
    const rounds = supplementRounds(source.definitions, element, task, ways);
    for (const node of rounds.nodes) nodes.set(node.id, node);
    for (const flow of rounds.flows) flows.set(flow.id, flow);
  }
  return {
    nodes: Object.fromEntries(nodes),
    flows: Object.fromEntries(flows),
    clocks: Object.fromEntries(clocks),
  };
};

const buildFlow = (source: Source, element: ModdleElement, id: string): PlanFlow | undefined => {
  const from = elementOf(element, 'sourceRef')?.id;
  const to = elementOf(element, 'targetRef')?.id;
  if (from === undefined || to === undefined) {
    source.refuse(element, 'A sequence flow that joins no two elements');
    return undefined;
  }
  return { id, from, to, ...optional('condition', feelIn(source, element, 'conditionExpression')) };
};

/** Ids of the elements of a type, by the id of the element that their property refers to. */
const idsBy = (
  elements: readonly PlacedElement[],
  type: string,
  property: string,
): ReadonlyMap<string, readonly string[]> => {
  const byTarget = new Map<string, string[]>();
  for (const { element } of elements) {
    const target = element.$type === type ? elementOf(element, property)?.id : undefined;
    if (target === undefined || element.id === undefined) continue;
    const ids = byTarget.get(target);
    if (ids) ids.push(element.id);
    else byTarget.set(target, [element.id]);
  }
  return byTarget;
};
