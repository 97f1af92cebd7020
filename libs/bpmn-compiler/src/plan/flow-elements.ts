import type { ModdleElement } from 'bpmn-moddle';
import { elementsOf } from '../read/properties.js';

export interface PlacedElement {
  readonly element: ModdleElement;
  /** Id of the containing sub-process. */
  readonly parent?: string;
}

/** All flow elements of a process, those of its sub-processes behind their container. */
export const flowElements = (container: ModdleElement, parent?: string): readonly PlacedElement[] =>
  elementsOf(container, 'flowElements').flatMap((element) => [
    { element, ...(parent === undefined ? {} : { parent }) },
    ...(element.$type === 'bpmn:SubProcess' ? flowElements(element, element.id) : []),
  ]);
