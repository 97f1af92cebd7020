export type FormValues = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** A value as it is compared: empty is empty, however a form library spells it. */
export const spelling = (value: unknown): string => (isEmpty(value) ? '' : JSON.stringify(value));

const canonical = (values: FormValues): string =>
  JSON.stringify(
    Object.entries(values)
      .map(([key, value]) => [key, spelling(value)] as const)
      .filter(([, value]) => value !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Whether a person would call them the same. */
export const sameValues = (a: FormValues, b: FormValues): boolean => canonical(a) === canonical(b);
