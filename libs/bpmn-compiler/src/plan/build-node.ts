import type { PlanNode } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementsOf } from '../read/properties.js';
import { buildActivity } from './build-activity.js';
import { buildEvent } from './build-event.js';
import { buildGateway } from './build-gateway.js';
import { baseOf, type Surroundings } from './node-base.js';
import type { Source } from './source.js';

/** Say something to readers and nothing to the engine; data objects are variables of what contains them. */
const DECORATION = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

export const isDecoration = (element: ModdleElement): boolean => DECORATION.has(element.$type);

/** One flow node of the model as a plan node. */
export const buildNode = (
  source: Source,
  element: ModdleElement,
  around: Surroundings,
): PlanNode | undefined => {
  const { id } = element;
  if (id === undefined || isDecoration(element)) return undefined;
  const base = baseOf(id, element, around);
  const node =
    buildEvent(source, element, base) ??
    buildGateway(source, element, base) ??
    buildActivity(source, element, base, around.boundary);
  if (!node) source.refuse(element, element.$type);
  return node;
};

/** The flows of a node in the order in which it lists them; flows that it doesn't list follow in that of the file. */
export const flowsOf = (
  element: ModdleElement,
  property: 'incoming' | 'outgoing',
  flows: readonly string[],
): readonly string[] => {
  const known = new Set(flows);
  const listed = elementsOf(element, property).flatMap(({ id }) =>
    id !== undefined && known.has(id) ? [id] : [],
  );
  return [...new Set([...listed, ...flows])];
};
