import type { Run } from '../run.js';
import type { ComparisonOperator } from '../syntax/tree.js';
import { compare, equal } from '../values/comparison.js';
import type { FeelValue } from '../values/feel-value.js';

/** True, false, or null for what is neither known to be. */
export type Truth = boolean | null;

export const truthOf = (value: FeelValue): Truth => (typeof value === 'boolean' ? value : null);

export const and = (a: Truth, b: Truth): Truth => {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
};

export const compareBy = (operator: ComparisonOperator, a: FeelValue, b: FeelValue, run: Run): Truth => {
  if (typeof a === 'number' && typeof b === 'number') return NUMBERS[operator](a, b);
  if (operator === '=' || operator === '!=') {
    const same = equal(a, b, run);
    if (same === null)
      return run.warn('EXPRESSIONS.TYPES', 'Values of different kinds are neither equal nor unequal.');
    return operator === '=' ? same : !same;
  }
  const order = compare(a, b, run);
  if (order === null || Number.isNaN(order)) {
    return a === null || b === null
      ? null
      : run.warn('EXPRESSIONS.TYPES', `These values have no order for "${operator}".`);
  }
  return NUMBERS[operator](order, 0);
};

const NUMBERS: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
