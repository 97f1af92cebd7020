import type { Actor } from '@lianban/domain';
import { denied } from '@lianban/kernel';

/** People who oversee work that is not their own office's: supervisors and administrators. */
export const overseesAll = (actor: Actor): boolean =>
  actor.roles.includes('supervisor') || actor.roles.includes('admin');

export const mustAdminister = (actor: Actor): void => {
  if (!actor.roles.includes('admin')) throw denied('ACTS.ADMIN_ONLY', 'Only an administrator may do this.');
};
