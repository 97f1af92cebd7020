import type { Actor } from '@lianban/domain';

/** People who oversee work that is not their own office's: supervisors and administrators. */
export const overseesAll = (actor: Actor): boolean =>
  actor.roles.includes('supervisor') || actor.roles.includes('admin');
