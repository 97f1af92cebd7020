interface Component {
  readonly type: string;
  readonly id: string;
  readonly key?: string;
}

/** A form-js schema as far as the screen looks into it. */
export interface FormSchema {
  readonly components: readonly Component[];
}

const isSchema = (schema: unknown): schema is FormSchema =>
  typeof schema === 'object' && schema !== null && Array.isArray((schema as FormSchema).components);

/** A schema, or one without fields where a step has no form. */
const schemaOf = (schema: unknown): FormSchema => (isSchema(schema) ? schema : { components: [] });

/** Keys of its fields, each with the id by which form-js shows errors. */
export const fieldIds = (schema: unknown): ReadonlyMap<string, string> =>
  new Map(
    schemaOf(schema).components.flatMap(({ id, key }) => (key === undefined ? [] : [[key, id] as const])),
  );
