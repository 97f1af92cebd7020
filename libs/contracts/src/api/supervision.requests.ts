import { z } from 'zod';
import { id, line, paragraph, pageQuery, slug } from './fields.js';

export const boardQuery = z.strictObject({ district: slug.optional() });

export const withoutCaseQuery = z.strictObject({ district: slug.optional() });

export const supervisedTasksQuery = z.strictObject({
  list: z.enum(['open', 'due-today', 'due-soon', 'overdue', 'paused']),
  office: slug.optional(),
  district: slug.optional(),
  ...pageQuery,
});
export type SupervisedTasksRequest = z.infer<typeof supervisedTasksQuery>;

export const incidentParams = z.strictObject({ id, resolution: z.enum(['retry', 'skip', 'answer']) });
export const resolveIncidentRequest = z.strictObject({
  note: paragraph(2000),
  data: z.record(line(100), z.unknown()).optional(),
});
