import type {
  ClockDefinition,
  PlanFlow,
  PlanLane,
  PlanMessage,
  PlanNode,
  ProcessPlan,
} from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, extensionOf, feelOf, textOf } from '../read/properties.js';
import { buildNode } from './build-node.js';
import type { PlacedElement } from './flow-elements.js';
import { clocksOf, nameOf, optional } from './node-extensions.js';
import { LEVELS } from './vocabulary.js';

/** The moddle model of one process as a plan. Checks have run on the model; others run on the result. */
export const buildPlan = (
  definitions: ModdleElement,
  process: ModdleElement,
  elements: readonly PlacedElement[],
): ProcessPlan => {
  const businessKey = feelOf(textOf(extensionOf(process, 'Process'), 'businessKey'));
  const laneByElement = lanePlacement(process);
  const boundary = boundaryByActivity(elements);
  const nodes: Record<string, PlanNode> = {};
  const flows: Record<string, PlanFlow> = {};
  const clocks: Record<string, ClockDefinition> = {};
  for (const { element, parent } of elements) {
    const id = element.id;
    if (id === undefined) continue;
    if (element.$type === 'bpmn:SequenceFlow') {
      flows[id] = buildFlow(element, id);
      continue;
    }
    const lane = laneByElement.get(id) ?? (parent === undefined ? undefined : laneByElement.get(parent));
    const node = buildNode(element, {
      ...optional('parent', parent),
      ...optional('lane', lane),
      boundary: boundary.get(id) ?? [],
    });
    if (node) nodes[id] = node;
    for (const clock of clocksOf(element)) clocks[clock.id] = clock;
  }
  const zh = textOf(process, 'name') ?? process.id ?? '';
  return {
    format: 1,
    processId: process.id ?? '',
    name: { zh, en: textOf(extensionOf(process, 'Process'), 'nameEn') ?? zh },
    ...optional('businessKey', businessKey),
    nodes,
    flows,
    lanes: buildLanes(process),
    clocks,
    messages: buildMessages(definitions, businessKey),
  };
};

const buildFlow = (element: ModdleElement, id: string): PlanFlow => ({
  id,
  from: elementOf(element, 'sourceRef')?.id ?? '',
  to: elementOf(element, 'targetRef')?.id ?? '',
  ...optional('condition', feelOf(textOf(elementOf(element, 'conditionExpression'), 'body'))),
});

/** Lanes of the process and of its sub-processes, which may have lane sets of their own. */
export const lanesOf = (container: ModdleElement): readonly ModdleElement[] => [
  ...elementsOf(container, 'laneSets').flatMap((set) => elementsOf(set, 'lanes')),
  ...elementsOf(container, 'flowElements').flatMap((element) =>
    element.$type === 'bpmn:SubProcess' ? lanesOf(element) : [],
  ),
];

const lanePlacement = (process: ModdleElement): ReadonlyMap<string, string> => {
  const placement = new Map<string, string>();
  for (const lane of lanesOf(process)) {
    for (const element of elementsOf(lane, 'flowNodeRef')) {
      if (element.id !== undefined && lane.id !== undefined) placement.set(element.id, lane.id);
    }
  }
  return placement;
};

const buildLanes = (process: ModdleElement): Readonly<Record<string, PlanLane>> => {
  const lanes: Record<string, PlanLane> = {};
  for (const lane of lanesOf(process)) {
    if (lane.id === undefined) continue;
    const extension = extensionOf(lane, 'Lane');
    const zh = nameOf(lane).zh;
    lanes[lane.id] = {
      id: lane.id,
      department: textOf(extension, 'department') ?? '',
      level: LEVELS.find((level) => level === textOf(extension, 'level')) ?? 'county',
      ...optional('function', textOf(extension, 'function')),
      name: { zh, en: textOf(extension, 'nameEn') ?? zh },
    };
  }
  return lanes;
};

const buildMessages = (
  definitions: ModdleElement,
  businessKey: string | undefined,
): Readonly<Record<string, PlanMessage>> => {
  const messages: Record<string, PlanMessage> = {};
  for (const element of elementsOf(definitions, 'rootElements')) {
    const name = textOf(element, 'name');
    if (element.$type !== 'bpmn:Message' || name === undefined) continue;
    const extension = extensionOf(element, 'Message');
    const own = feelOf(textOf(extension, 'correlationKey'));
    messages[name] = {
      name,
      correlationKey: own ?? (businessKey === undefined ? '' : `event.data.${businessKey}`),
      ...(textOf(extension, 'early') === 'refused' ? { early: 'refused' } : {}),
    };
  }
  return messages;
};

const boundaryByActivity = (elements: readonly PlacedElement[]): ReadonlyMap<string, readonly string[]> => {
  const attached = new Map<string, string[]>();
  for (const { element } of elements) {
    const host = element.$type === 'bpmn:BoundaryEvent' ? elementOf(element, 'attachedToRef')?.id : undefined;
    if (host === undefined || element.id === undefined) continue;
    attached.set(host, [...(attached.get(host) ?? []), element.id]);
  }
  return attached;
};
