import { z } from 'zod';
import { code, id, pageQuery, paragraph } from './fields.js';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month (YYYY-MM)');

export const SCORECARD_GROUPS = ['office', 'district', 'process', 'department', 'person'] as const;
export type ScorecardGroup = (typeof SCORECARD_GROUPS)[number];

/** `frozen`: as the month was frozen; `corrected`: with what was recorded since. */
const asOf = z.enum(['frozen', 'corrected']).default('frozen');

export const scorecardQuery = z.strictObject({
  month: month.optional(),
  by: z.enum(SCORECARD_GROUPS).default('office'),
  office: code.optional(),
  district: code.optional(),
  asOf,
});
export type ScorecardRequest = z.infer<typeof scorecardQuery>;

/** The last months side by side. */
export const scorecardMonthsQuery = scorecardQuery.omit({ month: true, asOf: true });
export type ScorecardMonthsRequest = z.infer<typeof scorecardMonthsQuery>;

/** The tasks behind a number. */
export const workFactsQuery = z.strictObject({
  month,
  office: code.optional(),
  district: code.optional(),
  which: z.enum(['all', 'late', 'late-own', 'rework', 'concluded']).default('all'),
  ...pageQuery,
});
export type WorkFactsRequest = z.infer<typeof workFactsQuery>;

export const workFactParams = z.strictObject({ id });
export const objectionRequest = z.strictObject({ reason: paragraph(2000) });
export type ObjectionRequest = z.infer<typeof objectionRequest>;

export const answerObjectionRequest = z.strictObject({
  conclusion: z.enum(['excluded', 'exempt', 'upheld']),
  answer: paragraph(2000),
});
export type AnswerObjectionRequest = z.infer<typeof answerObjectionRequest>;

/** 剔除 and 免责 without an objection. */
export const concludeRequest = z.strictObject({
  conclusion: z.enum(['excluded', 'exempt']),
  reason: paragraph(2000),
});
export type ConcludeRequest = z.infer<typeof concludeRequest>;

export const signsQuery = z.strictObject({ month, district: code.optional() });
export type SignsRequest = z.infer<typeof signsQuery>;
