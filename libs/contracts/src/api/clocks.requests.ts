import { z } from 'zod';
import { code, id, instant, paragraph } from './fields.js';

export const clockParams = z.strictObject({ id, clock: id });

const papers = {
  reason: paragraph(2000),
  /** Number or reference of the notice or approval. */
  document: z.string().trim().min(1).max(200).optional(),
};

/** 延期: so many of the units that the basis names. */
export const extendClockRequest = z.strictObject({ amount: z.number().int().min(1).max(366), ...papers });
export type ExtendClockRequest = z.infer<typeof extendClockRequest>;

/** 中止 on one ground; stops on several grounds may overlap. `until` is the end that its notice names. */
export const stopClockRequest = z.strictObject({ ground: code, until: instant.optional(), ...papers });
export type StopClockRequest = z.infer<typeof stopClockRequest>;

/** 恢复 on one ground: the clock runs when no other holds it. */
export const resumeClockRequest = z.strictObject({ ground: code, ...papers });
export type ResumeClockRequest = z.infer<typeof resumeClockRequest>;
