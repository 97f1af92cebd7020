import { z } from 'zod';
import { code, id, instant, pageQuery, paragraph } from './fields.js';

/** A person's open tasks, or with `office` what nobody there has claimed. */
export const teamTasksQuery = z
  .strictObject({ person: id.optional(), office: code.optional(), ...pageQuery })
  .refine(({ person, office }) => (person === undefined) !== (office === undefined), {
    message: 'name a person or an office',
    path: ['person'],
  });
export type TeamTasksRequest = z.infer<typeof teamTasksQuery>;

/** 转派 to a colleague, or 转办 to an office of another unit. */
export const moveTasksRequest = z.strictObject({
  tasks: z.array(id).min(1).max(100),
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), id }),
    z.strictObject({ kind: z.literal('office'), id: code }),
  ]),
  reason: paragraph(2000),
});
export type MoveTasksRequest = z.infer<typeof moveTasksRequest>;

/** What a preview needs to know: the words come later. */
export const previewMoveRequest = moveTasksRequest.omit({ reason: true });
export type PreviewMoveRequest = z.infer<typeof previewMoveRequest>;

export const handoverParams = z.strictObject({ id });
/** 退件 */
export const sendBackRequest = z.strictObject({ reason: paragraph(2000) });
export type SendBackRequest = z.infer<typeof sendBackRequest>;

export const absenceRequest = z
  .strictObject({ person: id, standIn: id, from: instant, to: instant, reason: paragraph(500) })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    message: 'must be after the beginning',
    path: ['to'],
  });
export type AbsenceRequest = z.infer<typeof absenceRequest>;

export const absenceParams = z.strictObject({ id });
