import type { ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlacedElement } from '../plan/flow-elements.js';
import { elementOf, elementsOf } from '../read/properties.js';

const SUPPORTED = new Set([
  'bpmn:SequenceFlow',
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:BoundaryEvent',
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:SubProcess',
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
]);

/** Data objects and notes say something to readers and nothing to the engine. */
const DECORATION = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

const EVENT_DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  'bpmn:StartEvent': ['bpmn:MessageEventDefinition'],
  'bpmn:EndEvent': ['bpmn:TerminateEventDefinition', 'bpmn:ErrorEventDefinition'],
  'bpmn:IntermediateCatchEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:SignalEventDefinition',
  ],
  'bpmn:IntermediateThrowEvent': ['bpmn:SignalEventDefinition'],
  'bpmn:BoundaryEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:ErrorEventDefinition',
  ],
};

const unsupported = (element: ModdleElement, what: string): Diagnostic =>
  problem('BPMN.UNSUPPORTED_ELEMENT', `${what} is not supported yet.`, element.id);

/** What the runtime cannot execute is refused with its id, never ignored. */
export const checkUnsupportedElements = (elements: readonly PlacedElement[]): readonly Diagnostic[] =>
  elements.flatMap(({ element, parent }) => {
    if (DECORATION.has(element.$type)) return [];
    if (!SUPPORTED.has(element.$type)) return [unsupported(element, element.$type)];
    const found: Diagnostic[] = [];
    const loop = elementOf(element, 'loopCharacteristics');
    if (loop) found.push(unsupported(element, `${element.$type} with ${loop.$type}`));
    if (element['isForCompensation'] === true) found.push(unsupported(element, 'Compensation'));
    if (element['triggeredByEvent'] === true) found.push(unsupported(element, 'An event sub-process'));
    if (element['instantiate'] === true) found.push(unsupported(element, 'An instantiating receive task'));
    const allowed = EVENT_DEFINITIONS[element.$type];
    const definitions = elementsOf(element, 'eventDefinitions');
    if (allowed && definitions.length > 1) found.push(unsupported(element, 'A multiple event'));
    for (const definition of definitions) {
      const inside = element.$type === 'bpmn:StartEvent' && parent !== undefined;
      if (!allowed?.includes(definition.$type) || inside) {
        found.push(unsupported(element, `${element.$type} with ${definition.$type}`));
      }
    }
    return found;
  });
