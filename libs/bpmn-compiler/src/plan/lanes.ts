import type { PlanLane } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, extensionOf, textOf } from '../read/properties.js';
import { isSubProcess } from './flow-elements.js';
import { nameOf, optional } from './node-extensions.js';
import { LEVELS } from './vocabulary.js';

/** Lanes of the process and of its sub-processes, which may have lane sets of their own. */
export const lanesOf = (container: ModdleElement): readonly ModdleElement[] => [
  ...elementsOf(container, 'laneSets').flatMap(lanesIn),
  ...elementsOf(container, 'flowElements').flatMap((element) =>
    isSubProcess(element) ? lanesOf(element) : [],
  ),
];

const lanesIn = (set: ModdleElement): readonly ModdleElement[] =>
  elementsOf(set, 'lanes').flatMap((lane) => {
    const inner = elementOf(lane, 'childLaneSet');
    return [lane, ...(inner ? lanesIn(inner) : [])];
  });

/** The innermost lane of each element. */
export const lanePlacement = (process: ModdleElement): ReadonlyMap<string, string> => {
  const placement = new Map<string, string>();
  for (const lane of lanesOf(process)) {
    for (const element of elementsOf(lane, 'flowNodeRef')) {
      if (element.id !== undefined && lane.id !== undefined) placement.set(element.id, lane.id);
    }
  }
  return placement;
};

export const buildLanes = (process: ModdleElement): Readonly<Record<string, PlanLane>> => {
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
