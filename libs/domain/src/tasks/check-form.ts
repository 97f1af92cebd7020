import type { ErrorPlace } from '@lianban/kernel';

const LARGEST_FORM = 64 * 1024;

interface Field {
  readonly type: string;
  readonly key: string;
  readonly required: boolean;
  readonly subtype?: string;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: ReadonlySet<string>;
}

/**
 * Holds submitted data against a form-js schema: unknown fields, wrong types, missing values and choices outside the
 * list, each with its path. The browser checks the same; this is the check that counts.
 */
export const checkForm = (
  schema: unknown,
  data: Readonly<Record<string, unknown>>,
): readonly ErrorPlace[] => {
  if (JSON.stringify(data).length > LARGEST_FORM)
    return [{ path: 'form', message: 'The form is too large.', code: 'too-large' }];
  const fields = new Map(fieldsOf(schema).map((field) => [field.key, field]));
  const places: ErrorPlace[] = [];
  for (const key of Object.keys(data)) {
    if (!fields.has(key) && key !== 'opinion') {
      places.push({ path: `form.${key}`, message: 'The form has no such field.', code: 'unknown-field' });
    }
  }
  for (const field of fields.values()) {
    const problem = problemOf(field, data[field.key]);
    if (problem) places.push({ path: `form.${field.key}`, ...problem });
  }
  return places;
};

const problemOf = (
  field: Field,
  value: unknown,
): { readonly message: string; readonly code: string } | undefined => {
  const empty =
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty || (field.type === 'checkbox' && value === false)) {
    return field.required ? { message: 'This field is required.', code: 'required' } : undefined;
  }
  if (!hasType(field, value)) return { message: 'The value has the wrong type.', code: 'wrong-type' };
  if (typeof value === 'number' && field.min !== undefined && value < field.min) {
    return { message: `The value must be at least ${field.min}.`, code: 'too-small' };
  }
  if (typeof value === 'number' && field.max !== undefined && value > field.max) {
    return { message: `The value must be at most ${field.max}.`, code: 'too-large' };
  }
  const { choices } = field;
  if (choices && (Array.isArray(value) ? value : [value]).some((item) => !choices.has(String(item)))) {
    return { message: 'The value is not among the choices.', code: 'no-choice' };
  }
  return undefined;
};

const hasType = (field: Field, value: unknown): boolean => {
  switch (field.type) {
    case 'checkbox':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'checklist':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'datetime':
      return typeof value === 'string' && (field.subtype === 'time' || isDate(value));
    default:
      return typeof value === 'string';
  }
};

/** A day, or an instant that begins with one; `2026-02-30` is neither. */
const isDate = (value: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  if (day === undefined || Number.isNaN(Date.parse(value))) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
};

const fieldsOf = (schema: unknown): readonly Field[] => {
  const components = isRecord(schema) && Array.isArray(schema['components']) ? schema['components'] : [];
  return components.flatMap((component: unknown): readonly Field[] => {
    if (!isRecord(component) || typeof component['key'] !== 'string') return [];
    const validate = isRecord(component['validate']) ? component['validate'] : {};
    const values = component['values'];
    return [
      {
        type: String(component['type']),
        key: component['key'],
        required: validate['required'] === true,
        ...(typeof component['subtype'] === 'string' ? { subtype: component['subtype'] } : {}),
        ...(typeof validate['min'] === 'number' ? { min: validate['min'] } : {}),
        ...(typeof validate['max'] === 'number' ? { max: validate['max'] } : {}),
        ...(Array.isArray(values)
          ? {
              choices: new Set(
                values.map((choice: unknown) => String(isRecord(choice) ? choice['value'] : choice)),
              ),
            }
          : {}),
      },
    ];
  });
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
