import { z } from 'zod';
import { id, pageQuery } from './fields.js';

export const noticesQuery = z.strictObject(pageQuery);
export type NoticesRequest = z.infer<typeof noticesQuery>;

/** The notices that were read; without ids all of them. */
export const readNoticesRequest = z.strictObject({ ids: z.array(id).min(1).max(100).optional() });
export type ReadNoticesRequest = z.infer<typeof readNoticesRequest>;
