import type { Actor } from '@lianban/domain';
import { denied } from '@lianban/kernel';
import { overseesAll } from '../casework/index.js';

/** Supervisors see all offices, others their own; figures of people are seen in their own unit only. */
export const mustSee = (actor: Actor, office: string | undefined, ofPeople = false): void => {
  const own = office !== undefined && actor.officeIds.includes(office);
  if (own || (overseesAll(actor) && !ofPeople)) return;
  throw denied('SCORECARDS.NOT_YOUR_OFFICE', 'These figures are seen in the office itself.');
};
