export interface Answer {
  readonly key: string;
  readonly label: string;
  readonly value: string | number | boolean;
}

interface Field {
  readonly key?: string;
  readonly label?: string;
}

/** The fields of a form-js schema that were answered, in its order and words. */
export function answersOf(schema: unknown, form: Readonly<Record<string, unknown>>): readonly Answer[] {
  const { components = [] } = (schema ?? {}) as { readonly components?: readonly Field[] };
  return components.flatMap(({ key, label }) => {
    const value = key === undefined ? undefined : form[key];
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return key === undefined || label === undefined || !isPlain || value === ''
      ? []
      : [{ key, label, value }];
  });
}
