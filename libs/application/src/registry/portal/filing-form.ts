import { checkForm } from '@lianban/domain';
import { invalid, type ErrorPlace } from '@lianban/kernel';
import { z } from 'zod';
import type { Tx } from '../../transaction/index.js';
import type { StoredFiles } from '../files/stored-files.port.js';
import type { FormPair } from './portal.port.js';

const materialsSchema = z
  .array(
    z.strictObject({
      kind: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
      fileId: z.uuid(),
      name: z.string().max(200).optional(),
      size: z.number().optional(),
      sha256: z.string().max(64).optional(),
    }),
  )
  .max(60)
  .default([]);

interface Material {
  readonly kind: string;
  readonly fileRef: string;
  readonly sha256: string;
}

export interface CheckedFiling {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly materials: readonly Material[];
  /** As it is kept and shown: the fields and the uploads with their names. */
  readonly stored: Readonly<Record<string, unknown>>;
}

const refusal = (places: readonly ErrorPlace[]): Error =>
  invalid('PORTAL.FORM_INVALID', 'Some fields of the form need correction.', { places });

/** The form against its form-js schema, and the uploads against what this institution really uploaded. */
export async function checkFiling(
  files: StoredFiles,
  tx: Tx,
  institutionId: string,
  schema: FormPair,
  form: Readonly<Record<string, unknown>>,
): Promise<CheckedFiling> {
  const { materials: given, ...fields } = form;
  const places = [...checkForm(schema.zh, fields)];
  const materials = materialsSchema.safeParse(given);
  if (!materials.success) {
    places.push(
      ...materials.error.issues.map(({ path, message }) => ({
        path: `form.materials.${path.join('.')}`,
        message,
      })),
    );
    throw refusal(places);
  }
  const own = new Map(
    (
      await files.ofInstitution(
        tx,
        institutionId,
        materials.data.map(({ fileId }) => fileId),
      )
    ).map((file) => [file.id, file]),
  );
  const listed = materials.data.flatMap(({ kind, fileId }, index) => {
    const file = own.get(fileId);
    if (file !== undefined) return [{ kind, file }];
    places.push({
      path: `form.materials.${index}.fileId`,
      code: 'unknown-file',
      message: 'There is no such upload.',
    });
    return [];
  });
  if (places.length > 0) throw refusal(places);
  return {
    fields,
    materials: listed.map(({ kind, file }) => ({ kind, fileRef: file.id, sha256: file.sha256 })),
    stored: {
      ...fields,
      materials: listed.map(({ kind, file }) => ({
        kind,
        fileId: file.id,
        name: file.name,
        size: file.size,
        sha256: file.sha256,
      })),
    },
  };
}

/** A count the event can carry: a whole number within its schema. */
export function wholeNumber(fields: Readonly<Record<string, unknown>>, key: string, least: number): number {
  const value = fields[key] ?? least;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > 2000) {
    throw refusal([
      { path: `form.${key}`, code: 'whole-number', message: `A whole number from ${least} to 2000.` },
    ]);
  }
  return value;
}
