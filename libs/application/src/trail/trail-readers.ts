import type { Actor } from '@lianban/domain';
import { denied } from '@lianban/kernel';
import { overseesAll } from '../casework/index.js';

/** Who oversees all may ask whether what was recorded still stands. */
export const mustAudit = (actor: Actor): void => {
  if (!overseesAll(actor))
    throw denied('TRAIL.NOT_YOURS_TO_AUDIT', 'Only supervisors and administrators audit the trail.');
};
