/**
 * Names on the wire between our own processes. Each has exactly one handler; a process proves it at start-up and
 * leaves with the list of what is missing.
 */
export const QUEUES = ['events', 'effects', 'jobs', 'messages'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Topics of outbox jobs and effects; events carry their CloudEvents type instead. */
export const JOB_TOPICS = [
  'route-inbound',
  'render-document',
  'throw-signal',
  'rung-fired',
  'chain-acknowledged',
  'send-message',
  'tell-todo',
] as const;
export const EFFECT_TOPICS = ['conduct'] as const;
export type Topic = (typeof JOB_TOPICS)[number] | (typeof EFFECT_TOPICS)[number];

/** PostgreSQL channel that rings when the outbox has something new. */
export const OUTBOX_BELL = 'lianban_outbox';
/** PostgreSQL channel that rings when business time was moved: something may have fallen due. */
export const BUSINESS_TIME_BELL = 'lianban_business_time';

/** Names that Temporal keeps in histories; a released name is never changed. */
export const WORKFLOWS = ['caseConductor', 'callChain'] as const;
export const ACTIVITIES = ['performEffect', 'raiseIncident', 'callNext', 'chainUnanswered'] as const;

/** The Temporal task queue, workflow, signal and activities of conductors. */
export const CONDUCTOR = {
  taskQueue: 'lianban-conductor',
  workflow: WORKFLOWS[0],
  signal: 'conduct',
  activity: ACTIVITIES[0],
  giveUp: ACTIVITIES[1],
} as const;

/** Workflow, signal and activities of a chain of calls, on the task queue of the conductors. */
export const CALL_CHAIN = {
  workflow: WORKFLOWS[1],
  signal: 'acknowledged',
  call: ACTIVITIES[2],
  unanswered: ACTIVITIES[3],
} as const;
