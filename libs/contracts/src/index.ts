export type * from './api/views.js';
export * from './api/session.requests.js';
export * from './api/tasks.requests.js';
export * from './api/cases.requests.js';
export * from './api/definitions.requests.js';
export * from './api/supervision.requests.js';
export * from './api/registry.requests.js';
export * from './api/portal.requests.js';
export * from './api/intake.requests.js';
export * from './api/demo.requests.js';
export { cloudEventSchema, eventType, eventTypePrefix, type CloudEvent } from './events/cloud-event.js';
export { isUscc, usccCheckSign } from './registry/uscc.js';
export { noBody } from './api/fields.js';
export {
  ACTIVITIES,
  BUSINESS_TIME_BELL,
  CONDUCTOR,
  EFFECT_TOPICS,
  JOB_TOPICS,
  OUTBOX_BELL,
  QUEUES,
  type QueueName,
  type Topic,
  WORKFLOWS,
} from './names.js';
