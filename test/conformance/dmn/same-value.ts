import {
  type FeelValue,
  FeelContext,
  Run,
  equal,
  isList,
  isNumber,
  toFloat,
} from '@lianban/expressions/feel';

/** Whether a result is what a test expects: numbers to 8 digits, everything else exactly. */
export const isSame = (actual: FeelValue, expected: FeelValue): boolean => {
  if (isNumber(actual) && isNumber(expected)) return isNear(toFloat(actual), toFloat(expected));
  if (isList(actual) && isList(expected)) {
    return (
      actual.length === expected.length && actual.every((item, at) => isSame(item, expected[at] ?? null))
    );
  }
  if (actual instanceof FeelContext && expected instanceof FeelContext) {
    const keys = new Set([...actual.keys(), ...expected.keys()]);
    return [...keys].every((key) => isSame(actual.get(key) ?? null, expected.get(key) ?? null));
  }
  return equal(actual, expected, new Run()) === true;
};

const isNear = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));
