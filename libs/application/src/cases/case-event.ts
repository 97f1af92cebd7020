import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '@lianban/kernel';
import type { Effect, ProcessPlan } from '@lianban/process-runtime';
import type { PublishedDefinition } from '../definitions/index.js';
import type { LockedCase } from './case-store.port.js';

/**
 * A domain event of a case as a CloudEvent. Its id is derived from the case, the node and the version of the case, so
 * that a transition that is tried again emits the same event.
 */
export const toCloudEvent = (
  held: LockedCase,
  definition: PublishedDefinition,
  effect: Pick<Extract<Effect, { kind: 'event-emitted' }>, 'node' | 'type' | 'data'>,
): JsonObject => {
  const digest = createHash('sha256')
    .update(`${held.id} ${held.version} ${effect.node} ${effect.type}`)
    .digest('hex');
  return {
    specversion: '1.0',
    id: `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    source: `/zhoushan/${held.district}/${definition.key}`,
    type: effect.type,
    subject:
      typeof effect.data['institutionId'] === 'string'
        ? `institution/${effect.data['institutionId']}`
        : `case/${held.id}`,
    time: held.now,
    datacontenttype: 'application/json',
    jurisdiction: held.district,
    correlationid: held.id,
    actor: 'system',
    data: effect.data,
  };
};

/**
 * A message that a case throws, as an event by its wire name, so that it is routed like any other. Its data is what
 * the process puts into it and nothing else, as its schema promises; the case is named by `correlationid`.
 */
export const thrownMessage = (
  held: LockedCase,
  definition: PublishedDefinition,
  { message, node, data }: Extract<Effect, { kind: 'message-thrown' }>,
): { readonly type: string; readonly event: JsonObject } => {
  const type = wireName(definition.plan, message);
  return { type, event: toCloudEvent(held, definition, { node, type, data }) };
};

/** The event type that a message of a plan goes by. */
export const wireName = ({ messages }: ProcessPlan, message: string): string =>
  messages[message]?.name ?? message;

/** By what the inbox of events knows a message again. */
export const eventIdentity = (event: Json): JsonObject => {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return {};
  const { source, id } = event as JsonObject;
  return typeof source === 'string' && typeof id === 'string' ? { source, id } : {};
};
