import type { ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlacedElement } from '../plan/flow-elements.js';
import { elementsOf } from '../read/properties.js';

/** What begins a case: a person, an event of a registered source, a signal of another case. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  'bpmn:MessageEventDefinition',
  'bpmn:SignalEventDefinition',
]);

const unsupported = (element: ModdleElement, what: string): Diagnostic =>
  problem('BPMN.UNSUPPORTED_ELEMENT', `${what} is not supported yet.`, element.id);

/**
 * What the runtime executes and the application has no door for is refused with its id, never ignored: a case that a
 * clock or a condition begins, and one that needs several events to begin.
 */
export const checkUnsupportedElements = (elements: readonly PlacedElement[]): readonly Diagnostic[] =>
  elements.flatMap(({ element, parent }) => {
    if (element.$type === 'bpmn:BusinessRuleTask') return [unsupported(element, element.$type)];
    if (element.$type !== 'bpmn:StartEvent' || parent !== undefined) return [];
    const [first, ...others] = elementsOf(element, 'eventDefinitions');
    if (others.length > 0) return [unsupported(element, 'A multiple start event')];
    return first && !BEGINNINGS.has(first.$type)
      ? [unsupported(element, `${element.$type} with ${first.$type}`)]
      : [];
  });
