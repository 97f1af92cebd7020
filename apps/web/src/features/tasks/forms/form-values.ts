export type FormValues = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

const canonical = (values: FormValues): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => !isEmpty(value))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Whether a person would call them the same: a field left empty is empty, however a form library spells it. */
export const sameValues = (a: FormValues, b: FormValues): boolean => canonical(a) === canonical(b);
