import { z } from 'zod';

/** What a person types: trimmed, without control characters, bounded. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'control characters are not allowed');

export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'control characters are not allowed');

export const id = z.uuid();
/** Keys of offices, districts, definitions: our own slugs. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,119}$/i, 'not a key');
/** A message name or outcome, or any short code. */
export const code = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'not a code');
export const instant = z.iso.datetime({ offset: true });
const holdsNul = (value: unknown): boolean => JSON.stringify(value)?.includes('\\u0000') ?? false;
/** A form's values, judged against its form-js schema by the command that takes them. PostgreSQL has no NUL. */
export const formData = z
  .record(z.string().max(200), z.unknown())
  .refine((value) => !holdsNul(value), 'U+0000 is not allowed');

/** A keyset page. */
export const pageQuery = {
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
};
export const search = z
  .string()
  .trim()
  .max(80)
  .regex(/^[^\u0000-\u001f]*$/)
  .optional();
export const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((text) => text === '1' || text === 'true')
  .optional();

/** A command that says everything by its address. */
export const noBody = z.strictObject({});
