/** What the REST API answers with. Instants are ISO 8601 with offset; screens show them in local time with weekday. */
export type * from './api/page.views.js';
export type * from './api/session.views.js';
export type * from './api/directory.views.js';
export type * from './api/tasks.views.js';
export type * from './api/standing.views.js';
export type * from './api/acts.views.js';
export type * from './api/disputes.views.js';
export type * from './api/notices.views.js';
export type * from './api/clocks.views.js';
export type * from './api/cases.views.js';
export type * from './api/incidents.views.js';
export type * from './api/bulk.views.js';
export type * from './api/calendars.views.js';
export type * from './api/emergencies.views.js';
export type * from './api/definitions.views.js';
export type * from './api/intake.views.js';
export type * from './api/supervision.views.js';
export type * from './api/team.views.js';
export type * from './api/scorecards.views.js';
export type * from './api/registry.views.js';
export type * from './api/orders.views.js';
export type * from './api/portal.views.js';
export type * from './api/problem.views.js';
export type * from './api/ladders.views.js';
export type * from './api/trail.views.js';
export * from './api/session.requests.js';
export * from './api/directory.requests.js';
export * from './api/tasks.requests.js';
export * from './api/cases.requests.js';
export * from './api/clocks.requests.js';
export * from './api/acts.requests.js';
export * from './api/disputes.requests.js';
export * from './api/notices.requests.js';
export * from './api/notice-preferences.requests.js';
export * from './api/outside-deliveries.views.js';
export * from './api/definitions.requests.js';
export * from './api/bulk.requests.js';
export * from './api/calendars.requests.js';
export * from './api/emergencies.requests.js';
export * from './api/supervision.requests.js';
export * from './api/team.requests.js';
export * from './api/scorecards.requests.js';
export * from './api/registry.requests.js';
export * from './api/orders.requests.js';
export * from './api/portal.requests.js';
export * from './api/intake.requests.js';
export * from './api/demo.requests.js';
export * from './api/ladders.requests.js';
export * from './api/trail.requests.js';
export { cloudEventSchema, eventType, eventTypePrefix, type CloudEvent } from './events/cloud-event.js';
export { isUscc, usccCheckSign } from './registry/uscc.js';
export { noBody } from './api/fields.js';
export {
  ACTIVITIES,
  BUSINESS_TIME_BELL,
  CALL_CHAIN,
  CONDUCTOR,
  EFFECT_TOPICS,
  JOB_TOPICS,
  OUTBOX_BELL,
  QUEUES,
  type QueueName,
  type Topic,
  WORKFLOWS,
} from './names.js';
