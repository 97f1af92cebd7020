import { z } from 'zod';
import { code, id, paragraph } from './fields.js';

/** 管辖争议: the office that is said to be competent, and why. */
export const raiseDisputeRequest = z.strictObject({ office: code, reason: paragraph(2000) });
export type RaiseDisputeRequest = z.infer<typeof raiseDisputeRequest>;

export const disputeParams = z.strictObject({ id });

/** 指定管辖: one of the two offices, and why. */
export const designateRequest = z.strictObject({ office: code, decision: paragraph(2000) });
export type DesignateRequest = z.infer<typeof designateRequest>;
