import { type Absent, type Actor, actsFor, inNameOf } from '@lianban/domain';
import { type AppException, conflict, denied } from '@lianban/kernel';
import type { FullDirectory } from '../routing/index.js';
import { leadsInNameOf, ledUnit } from './led-unit.js';
import type { OpenHandover } from './team-store.port.js';

/**
 * 退件: whether somebody may send back now what another unit handed over (转办). Within one working day: who holds it, or
 * while nobody does anybody of the receiving office; and who leads its unit, whoever holds it.
 */
export const judgeSendBack = (
  actor: Actor,
  {
    toOffice,
    isOpen,
    isInTime,
    assignee,
  }: Pick<OpenHandover, 'toOffice' | 'isOpen' | 'isInTime' | 'assignee'>,
  directory: FullDirectory,
): AppException | undefined => {
  const isHead = ledUnit(actor, directory)?.officeIds.includes(toOffice) === true;
  if (!isHead && !actor.officeIds.includes(toOffice))
    return denied('TEAM.NOT_THE_RECEIVER', 'Only the receiving office sends a task back.');
  if (!isOpen) return conflict('TEAM.MOVED_ON', 'The task was moved on or closed.');
  if (!isInTime) return conflict('TEAM.TOO_LATE_TO_SEND_BACK', 'A task is sent back within one working day.');
  if (!isHead && assignee !== undefined && !actsFor(actor, assignee.id))
    return conflict('TASKS.CLAIMED_BY_OTHER', 'A colleague has claimed the task.', {
      details: { by: assignee.name },
    });
  return undefined;
};

/** In whose name it is sent back: as who works on it, else as who leads there. */
export const sendsBackFor = (
  actor: Actor,
  { toOffice: officeId, assignee }: OpenHandover,
  directory: FullDirectory,
): Absent | undefined =>
  actor.officeIds.includes(officeId) && (assignee === undefined || actsFor(actor, assignee.id))
    ? inNameOf(actor, { officeId, assignee: assignee?.id })
    : leadsInNameOf(actor, directory, officeId);
