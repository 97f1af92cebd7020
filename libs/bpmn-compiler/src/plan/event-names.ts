import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, textOf } from '../read/properties.js';

/** A message or signal without a name is known by its id, and so is an error or escalation without a code. */
const named = (element: ModdleElement | undefined, property: string): string | undefined =>
  textOf(element, property) ?? element?.id;

export const referred = (
  definition: ModdleElement | undefined,
  reference: string,
  property: string,
): string | undefined => named(elementOf(definition, reference), property);

/** Of a root `<message>`. */
export const messageName = (message: ModdleElement): string | undefined => named(message, 'name');

/** Of a root `<signal>`. */
export const signalRootName = (signal: ModdleElement): string | undefined => named(signal, 'name');

/** Signals that refer to none are one and the same: whoever throws without a name is heard by whoever waits without one. */
export const ANONYMOUS_SIGNAL = '';

export const signalName = (definition: ModdleElement): string =>
  referred(definition, 'signalRef', 'name') ?? ANONYMOUS_SIGNAL;

export const errorCode = (definition: ModdleElement): string | undefined =>
  referred(definition, 'errorRef', 'errorCode');

export const escalationCode = (definition: ModdleElement): string | undefined =>
  referred(definition, 'escalationRef', 'escalationCode');

/** The definitions an event holds itself and those it refers to (BPMN 2.0.2 §10.5.1). */
export const eventDefinitionsOf = (event: ModdleElement): readonly ModdleElement[] => [
  ...elementsOf(event, 'eventDefinitions'),
  ...elementsOf(event, 'eventDefinitionRef'),
];
