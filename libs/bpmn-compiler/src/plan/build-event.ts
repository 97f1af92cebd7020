import type { PlanNode } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, extensionOf, feelOf, textOf } from '../read/properties.js';
import type { NodeBase } from './node-base.js';
import { buildResult } from './build-result.js';
import { buildTrigger } from './build-trigger.js';
import { dataInto, dataOutOf } from './data-associations.js';
import { inputsOf, optional } from './node-extensions.js';
import type { Source } from './source.js';

export const buildEvent = (source: Source, element: ModdleElement, base: NodeBase): PlanNode | undefined => {
  const when = optional('when', feelOf(textOf(extensionOf(element, 'Condition'), 'when')));
  const catching = {
    ...base,
    outputs: [
      ...dataOutOf(source, elementsOf(element, 'dataOutputAssociations'), (name) => `event.data.${name}`),
      ...base.outputs,
    ],
  };
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return {
        ...catching,
        type: 'startEvent',
        trigger: buildTrigger(source, element),
        ...when,
        ...(element['isInterrupting'] === false ? { interrupting: false } : {}),
      };
    case 'bpmn:IntermediateCatchEvent':
      return { ...catching, type: 'intermediateCatchEvent', trigger: buildTrigger(source, element) };
    case 'bpmn:BoundaryEvent':
      return {
        ...catching,
        type: 'boundaryEvent',
        attachedTo: elementOf(element, 'attachedToRef')?.id ?? '',
        interrupting: element['cancelActivity'] !== false,
        trigger: buildTrigger(source, element),
        ...when,
        ...optional('closesAs', textOf(extensionOf(element, 'Closing'), 'as')),
      };
    case 'bpmn:EndEvent':
      return {
        ...base,
        ...thrown(source, element),
        type: 'endEvent',
        result: buildResult(source, element),
        ...optional('outcome', textOf(extensionOf(element, 'End'), 'outcome')),
      };
    case 'bpmn:IntermediateThrowEvent':
      return {
        ...base,
        ...thrown(source, element),
        type: 'intermediateThrowEvent',
        result: buildResult(source, element),
      };
    default:
      return undefined;
  }
};

/** The data that what is thrown carries. */
const thrown = (source: Source, element: ModdleElement) => {
  const inputs = [...dataInto(source, elementsOf(element, 'dataInputAssociations')), ...inputsOf(element)];
  return inputs.length === 0 ? {} : { inputs };
};
