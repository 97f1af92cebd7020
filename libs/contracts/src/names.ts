/**
 * Names on the wire between our own processes. Each has exactly one handler; a process proves it at start-up and
 * leaves with the list of what is missing.
 */
export const QUEUES = ['events', 'effects', 'jobs'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Topics of outbox jobs and effects; events carry their CloudEvents type instead. */
export const JOB_TOPICS = ['route-inbound', 'render-document'] as const;
export const EFFECT_TOPICS = ['conduct'] as const;

/** PostgreSQL channel that rings when the outbox has something new. */
export const OUTBOX_BELL = 'lianban_outbox';
/** PostgreSQL channel that rings when business time was moved: something may have fallen due. */
export const BUSINESS_TIME_BELL = 'lianban_business_time';

/** The Temporal task queue, workflow and activity names of conductors; a released name is never changed. */
export const CONDUCTOR = {
  taskQueue: 'lianban-conductor',
  workflow: 'caseConductor',
  signal: 'conduct',
  activity: 'performEffect',
  giveUp: 'raiseIncident',
} as const;
