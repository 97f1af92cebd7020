import type { ModdleElement } from 'bpmn-moddle';
import { elementOf } from '../read/properties.js';
import { eventDefinitionsOf, referred } from './event-names.js';
import type { Source } from './source.js';

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
  for (const flow of source.messageFlows.get(node.id ?? '') ?? []) {
    const from = elementOf(flow, 'sourceRef');
    const to = elementOf(flow, 'targetRef');
    const other = from === node ? to : from;
    const carried = referred(flow, 'messageRef', 'name') ?? (other && messageOfNode(other));
    if (carried !== undefined) return carried;
    if (from === node) return to?.id;
  }
  return undefined;
};

const messageOfNode = (node: ModdleElement): string | undefined =>
  [node, ...eventDefinitionsOf(node)].map(ownMessage).find((name) => name !== undefined);
