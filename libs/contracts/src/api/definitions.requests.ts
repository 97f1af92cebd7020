import { z } from 'zod';
import { id, line, slug } from './fields.js';

export const definitionParams = z.strictObject({ id });

/** What a process calls, by comma: keys and versions that its call activities may mean. */
export const houseQuery = z.strictObject({
  keys: z
    .string()
    .max(4000)
    .default('')
    .transform((text) => text.split(',').filter((key) => key !== '')),
  versions: z
    .string()
    .max(1000)
    .regex(/^[0-9,]*$/, 'not numbers of versions')
    .default('')
    .transform((text) =>
      text
        .split(',')
        .filter((version) => version !== '')
        .map(Number),
    ),
});
export type HouseRequest = z.infer<typeof houseQuery>;

/** A form in both languages, as form-js schemas. */
const forms = z.record(
  z.string().max(120),
  z.strictObject({ zh: z.record(z.string(), z.unknown()), en: z.record(z.string(), z.unknown()) }),
);

const manifest = z.strictObject({
  pack: slug,
  complete: z.boolean().default(true),
  incompleteNote: z.strictObject({ zh: line(500), en: line(500) }).optional(),
  /** Switches of the pack, read by expressions as `parameters`. */
  parameters: z.record(z.string().max(120), z.unknown()).default({}),
});

export const publishDefinitionRequest = z.strictObject({
  xml: z.string().min(1).max(1_000_000),
  manifest,
  forms: forms.default({}),
  /** Decision models (DMN) by file name, for the business rule tasks of the process. */
  decisions: z.record(z.string().max(120), z.string().min(1).max(1_000_000)).default({}),
});
export type PublishDefinitionRequest = z.infer<typeof publishDefinitionRequest>;
