import { z } from 'zod';
import { search } from './fields.js';

export const directoryQuery = z.strictObject({ q: search });
export type DirectorySearch = z.infer<typeof directoryQuery>;
