import type { ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import { saysWhen } from '../plan/build-timer.js';
import { elementOf, elementsOf, textOf } from '../read/properties.js';

/** What each kind of event must name: `[property of the definition, property of what it refers to]`. */
const REFERENCES: Readonly<Record<string, readonly [string, string]>> = {
  'bpmn:MessageEventDefinition': ['messageRef', 'name'],
  'bpmn:SignalEventDefinition': ['signalRef', 'name'],
};

/** Events that cannot do without saying what they wait for. */
const WAITING = new Set(['bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent']);

/** An event that doesn't say what it waits for, or what it throws, would vanish from the plan. */
export const checkEvents = (elements: readonly ModdleElement[]): readonly Diagnostic[] =>
  elements.flatMap((element) => {
    const definitions = elementsOf(element, 'eventDefinitions');
    const found = definitions.flatMap((definition) => checkDefinition(element, definition));
    return WAITING.has(element.$type) && definitions.length === 0
      ? [...found, incomplete(element, 'The event does not say what it waits for.')]
      : found;
  });

const checkDefinition = (element: ModdleElement, definition: ModdleElement): readonly Diagnostic[] => {
  const reference = REFERENCES[definition.$type];
  if (reference) {
    const [property, name] = reference;
    const named = textOf(elementOf(definition, property), name) !== undefined;
    return named ? [] : [incomplete(element, `The event names no ${property.replace('Ref', '')}.`)];
  }
  if (definition.$type === 'bpmn:TimerEventDefinition' && !saysWhen(definition))
    return [incomplete(element, 'The timer needs a date, a duration or a cycle.')];
  if (definition.$type === 'bpmn:ErrorEventDefinition' && element.$type === 'bpmn:EndEvent') {
    const code = textOf(elementOf(definition, 'errorRef'), 'errorCode');
    return code === undefined ? [incomplete(element, 'The error end event names no error code.')] : [];
  }
  return [];
};

const incomplete = (element: ModdleElement, message: string): Diagnostic =>
  problem('BPMN.EVENT_INCOMPLETE', message, element.id);
