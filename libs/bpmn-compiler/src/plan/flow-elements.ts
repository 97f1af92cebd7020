import type { ModdleElement } from 'bpmn-moddle';
import { elementsOf } from '../read/properties.js';

export interface PlacedElement {
  readonly element: ModdleElement;
  /** Id of the containing sub-process. */
  readonly parent?: string;
}

const SUB_PROCESSES = new Set(['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess']);

export const isSubProcess = (element: ModdleElement): boolean => SUB_PROCESSES.has(element.$type);

/** All flow elements of a process, those of its sub-processes behind their container. */
export const flowElements = (container: ModdleElement, parent?: string): readonly PlacedElement[] =>
  elementsOf(container, 'flowElements').flatMap((element) => [
    { element, ...(parent === undefined ? {} : { parent }) },
    ...(isSubProcess(element) ? flowElements(element, element.id) : []),
  ]);
