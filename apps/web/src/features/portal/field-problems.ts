import type { TFunction } from 'i18next';
import { isProblem } from '../../app/problem.js';

const known = new Set(['required', 'too-small', 'too-large', 'wrong-type', 'no-choice', 'whole-number']);

/** What the server refused at fields, in the reader's words, by key of the field. */
export function fieldProblems(error: unknown, t: TFunction): Readonly<Record<string, string>> {
  if (!isProblem(error, 'PORTAL.FORM_INVALID')) return {};
  return Object.fromEntries(
    error.errors.flatMap(({ path, code = '' }) => {
      const [, key] = /^form\.([^.[\]]+)$/.exec(path ?? '') ?? [];
      return key === undefined ? [] : [[key, t(`portal.field.${known.has(code) ? code : 'other'}`)]];
    }),
  );
}
