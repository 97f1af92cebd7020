import { z } from 'zod';
import { formData, id } from './fields.js';

export const portalFormParams = z.strictObject({ name: z.enum(['filing', 'supplement']) });
export const portalFormRequest = z.strictObject({ form: formData });
export const fileParams = z.strictObject({ id });
export const documentParams = z.strictObject({
  file: z
    .string()
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.(pdf|docx)$/, 'not a document'),
});

export interface StoredFileView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}
