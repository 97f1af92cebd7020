import { type Actor, actsFor } from '@lianban/domain';
import { type AppException, conflict, denied } from '@lianban/kernel';
import type { TaskFacts } from './task-store.port.js';

/** Somebody else was quicker: who, for which office, when, and how. */
export const alreadyClosed = (task: TaskFacts): AppException =>
  conflict(
    task.status === 'completed' ? 'TASKS.ALREADY_COMPLETED' : 'TASKS.ALREADY_CANCELLED',
    'The task is not open any more.',
    {
      details: {
        by: task.closedBy ? { zh: task.closedBy.zh, en: task.closedBy.en } : null,
        office: task.officeName,
        at: task.closedAt ?? null,
        outcome: task.outcome ?? null,
      },
    },
  );

/** What every act on an open task asks: a post in its office, and nobody else holding it. */
export const judgeTask = (actor: Actor, task: TaskFacts): AppException | undefined => {
  if (!actor.officeIds.includes(task.officeId)) {
    return denied('TASKS.NOT_YOUR_OFFICE', 'The task belongs to another office.', {
      details: { office: task.officeName },
    });
  }
  if (task.status !== 'open') return alreadyClosed(task);
  if (task.row.suspended) {
    const { since, ground, reason, by } = task.row.suspended;
    return conflict('CASES.SUSPENDED', 'The case is suspended.', { details: { since, ground, reason, by } });
  }
  if (task.assignee !== undefined && !actsFor(actor, task.assignee)) {
    return conflict('TASKS.CLAIMED_BY_OTHER', 'A colleague has claimed the task.', {
      details: { by: task.assigneeName ?? null },
    });
  }
  return undefined;
};
