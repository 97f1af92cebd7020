import { z } from 'zod';
import { id, instant, line, pageQuery, paragraph, slug } from './fields.js';

const districts = z.array(slug).min(1).max(50);

export const emergencyParams = z.strictObject({ id });
export const emergenciesQuery = z.strictObject(pageQuery);
export const previewEmergencyRequest = z.strictObject({ districts });

export const enterEmergencyRequest = z.strictObject({
  districts,
  /** At once where absent; what has passed is entered as days off. */
  from: instant.optional(),
  /** Absent while nobody knows the end. */
  to: instant.optional(),
  /** Number or name of the order, such as 舟防指〔2026〕5号. */
  document: line(200),
  reason: paragraph(500),
});
export type EnterEmergencyRequest = z.infer<typeof enterEmergencyRequest>;

export const liftEmergencyRequest = z.strictObject({ reason: paragraph(500) });
export type LiftEmergencyRequest = z.infer<typeof liftEmergencyRequest>;
