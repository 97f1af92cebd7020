import type { Actor } from '@lianban/domain';
import type { ClockActRequest } from '../cases/index.js';
import { overseesAll } from '../casework/oversight.js';
import type { FullDirectory } from '../routing/index.js';
import type { ActOnClock } from './case-act.js';

/** An act on a clock as the transition takes it. */
export const onClock = (
  actor: Actor,
  { caseId, clockId, ...act }: ActOnClock,
): Omit<ClockActRequest, 'stimulusId'> => ({
  caseId,
  clockId,
  act: 'until' in act && act.until !== undefined ? { ...act, until: new Date(act.until).toISOString() } : act,
  actor,
  mayAct: mayActOnClock(actor),
});

/** 延期 belongs to the post that its basis names, in the unit that answers; a stop to that office or who oversees it. */
export const mayActOnClock =
  (actor: Actor): ClockActRequest['mayAct'] =>
  (approver, officeId, directory) =>
    approver === undefined
      ? overseesAll(actor) || (officeId !== undefined && actor.officeIds.includes(officeId))
      : officeId !== undefined && holdsPost(actor, approver, officeId, directory);

const holdsPost = (actor: Actor, post: string, officeId: string, directory: FullDirectory): boolean => {
  const unit = directory.offices.find(({ id }) => id === officeId);
  const isOfUnit = (id: string): boolean => {
    const office = directory.offices.find((candidate) => candidate.id === id);
    return office?.department === unit?.department && office?.district === unit?.district;
  };
  return directory.holders.some(
    (holder) => holder.userId === actor.id && holder.post === post && isOfUnit(holder.officeId),
  );
};
