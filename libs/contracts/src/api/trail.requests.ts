import { z } from 'zod';
import { id, instant, paragraph } from './fields.js';

/** What was recorded between two instants; all of it where none is given. */
export const verifyTrailRequest = z.strictObject({ from: instant.optional(), to: instant.optional() });
export type VerifyTrailRequest = z.infer<typeof verifyTrailRequest>;

export const trailEntryParams = z.strictObject({ id });

/** Whose personal data go, and on what ground. */
export const eraseRequest = z.strictObject({
  entries: z.array(id).min(1).max(100),
  ground: paragraph(2000),
});
export type EraseRequest = z.infer<typeof eraseRequest>;
