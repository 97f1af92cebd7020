import { z } from 'zod';
import { id, pageQuery } from './fields.js';

export const bulkParams = z.strictObject({ id });
export const bulkTurnParams = z.strictObject({ id, act: z.enum(['pause', 'resume', 'cancel']) });
export const bulkPageQuery = z.strictObject(pageQuery);
