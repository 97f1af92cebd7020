import { z } from 'zod';
import { code, flag, formData, id, pageQuery, paragraph, search, slug } from './fields.js';

export const inboxQuery = z.strictObject({
  box: z.enum(['office', 'mine', 'done']).default('office'),
  office: slug.optional(),
  q: search,
  overdue: flag,
  ...pageQuery,
});
export type InboxRequest = z.infer<typeof inboxQuery>;

export const taskParams = z.strictObject({ id });

export const completeTaskRequest = z.strictObject({
  version: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  outcome: code.optional(),
  form: formData.default({}),
  opinion: paragraph(4000).optional(),
});
export type CompleteTaskRequest = z.infer<typeof completeTaskRequest>;

export const taskDraftRequest = z.strictObject({ data: formData });
export const commentRequest = z.strictObject({ body: paragraph(4000) });
