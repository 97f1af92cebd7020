import { z } from 'zod';
import { formData, id, line, pageQuery, search, slug } from './fields.js';

export const casesQuery = z.strictObject({
  q: search,
  /** `stopped`: open, with a clock that stands still. */
  status: z.enum(['open', 'stopped', 'ended']).optional(),
  district: slug.optional(),
  ...pageQuery,
});
export type CasesRequest = z.infer<typeof casesQuery>;

export const caseParams = z.strictObject({ id });

export const openCaseRequest = z.strictObject({
  definitionKey: slug,
  businessKey: line(200).optional(),
  title: line(200),
  district: slug,
  data: formData.default({}),
});
export type OpenCaseRequest = z.infer<typeof openCaseRequest>;
