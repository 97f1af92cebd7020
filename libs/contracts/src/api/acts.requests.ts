import { z } from 'zod';
import { code, formData, id, pageQuery, paragraph } from './fields.js';

/** Why: kept in the trail, and read by whoever the act concerns. */
const reason = paragraph(2000);
/** Id of an element of the diagram. */
const element = z.string().regex(/^[\p{L}_][\p{L}\p{N}_.\-/]{0,199}$/u, 'not the id of an element');
/** A token, scope or wait of a case: letter and number. */
const runtimeId = z.string().regex(/^[a-z][a-z0-9]{0,19}$/, 'not an id of the runtime');

/** 退回: `walk-again` does all that follows the step again, `come-back` leads straight back to the task. */
export const returnTaskRequest = z.strictObject({
  node: element,
  then: z.enum(['walk-again', 'come-back']),
  reason,
});
export type ReturnTaskRequest = z.infer<typeof returnTaskRequest>;

/** 撤回, 减签, 恢复办理. */
export const reasonRequest = z.strictObject({ reason });
export type ReasonRequest = z.infer<typeof reasonRequest>;

/** 加签: an office id, a person id, or the code of a department or lane. */
export const addSignerRequest = z.strictObject({ signer: z.string().trim().min(1).max(200), reason });
export type AddSignerRequest = z.infer<typeof addSignerRequest>;

/** Grounds of 暂停办理. Whether one stops a clock is written with the clock (`stoppedBy`). */
export const SUSPENSION_GROUNDS = [
  'force-majeure',
  'special-procedure',
  'judicial',
  'related-case',
  'applicant-request',
  'other',
] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];

export const suspendRequest = z.strictObject({ ground: z.enum(SUSPENSION_GROUNDS), reason });
export type SuspendRequest = z.infer<typeof suspendRequest>;

/** What an administrator does to the tokens and data of a case. */
export const operateRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move-token'), token: runtimeId, node: element, reason }),
  z.strictObject({ kind: z.literal('insert-token'), node: element, scope: runtimeId.optional(), reason }),
  z.strictObject({ kind: z.literal('cancel-token'), token: runtimeId, reason }),
  z.strictObject({ kind: z.literal('set-data'), values: formData, scope: runtimeId.optional(), reason }),
  z.strictObject({ kind: z.literal('start-activity'), scope: runtimeId, node: element, reason }),
]);
export type OperateRequest = z.infer<typeof operateRequest>;

/** Old element id to new element id; an id that both versions have maps to itself. */
const mapping = z.record(element, element).default({});

export const migrateCaseRequest = z.strictObject({ definitionId: id, mapping, reason });
export type MigrateCaseRequest = z.infer<typeof migrateCaseRequest>;

/** A plan for all open cases of one version. */
export const migrationPlanRequest = z.strictObject({ from: id, definitionId: id, mapping, reason });
export type MigrationPlanRequest = z.infer<typeof migrationPlanRequest>;

/** A look at some of them; `after` is the cursor of the answer before. */
export const migrationPlanPreviewRequest = migrationPlanRequest.extend({
  after: id.optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type MigrationPlanPreviewRequest = z.infer<typeof migrationPlanPreviewRequest>;

export const definitionCasesQuery = z.strictObject({ ...pageQuery, after: id.optional() });

/** A signal (BPMN) from outside: reaches every case that waits for it. */
export const signalRequest = z.strictObject({ signal: code, data: formData.default({}), reason });
export type SignalRequest = z.infer<typeof signalRequest>;
