import { z } from 'zod';
import { id } from './fields.js';

export const definitionParams = z.strictObject({ id });

/** A form in both languages, as form-js schemas. */
const forms = z.record(
  z.string().max(120),
  z.strictObject({ zh: z.record(z.string(), z.unknown()), en: z.record(z.string(), z.unknown()) }),
);

export const publishDefinitionRequest = z.strictObject({
  xml: z.string().min(1).max(1_000_000),
  manifest: z.record(z.string(), z.unknown()),
  forms,
});
export type PublishDefinitionRequest = z.infer<typeof publishDefinitionRequest>;
