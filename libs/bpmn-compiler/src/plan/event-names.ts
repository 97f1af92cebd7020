import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, textOf } from '../read/properties.js';
import type { Source } from './source.js';

/** A message or signal without a name is known by its id, and so is an error or escalation without a code. */
const named = (element: ModdleElement | undefined, property: string): string | undefined =>
  textOf(element, property) ?? element?.id;

const referred = (
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

/**
 * The message that `carrier` (a message event definition, a send or receive task) sends or waits for. Where it refers to
 * none, the message flow at its flow node says which: what one end names holds for both, and where neither names one, it
 * goes by the id of the node that waits.
 */
export const messageAt = (source: Source, node: ModdleElement, carrier: ModdleElement): string =>
  ownMessage(carrier) ?? flowMessage(source, node) ?? node.id ?? '';

const ownMessage = (carrier: ModdleElement): string | undefined => {
  const operation = elementOf(carrier, 'operationRef');
  return (
    referred(carrier, 'messageRef', 'name') ??
    (operation === undefined ? undefined : referred(operation, 'inMessageRef', 'name'))
  );
};

const flowMessage = (source: Source, node: ModdleElement): string | undefined => {
  for (const flow of source.messageFlows) {
    const from = elementOf(flow, 'sourceRef');
    const to = elementOf(flow, 'targetRef');
    if (from !== node && to !== node) continue;
    const other = from === node ? to : from;
    const carried = referred(flow, 'messageRef', 'name') ?? (other && messageOfNode(other));
    if (carried !== undefined) return carried;
    if (from === node) return to?.id;
  }
  return undefined;
};

const messageOfNode = (node: ModdleElement): string | undefined =>
  [node, ...eventDefinitionsOf(node)].map(ownMessage).find((name) => name !== undefined);

/** The definitions an event holds itself and those it refers to (BPMN 2.0.2 §10.5.1). */
export const eventDefinitionsOf = (event: ModdleElement): readonly ModdleElement[] => [
  ...elementsOf(event, 'eventDefinitions'),
  ...elementsOf(event, 'eventDefinitionRef'),
];
