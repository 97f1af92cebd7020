import type { FeelValue, Run } from '../../feel/index.js';
import { formula } from '../logic/formula.js';

const functions = {
  SUM: formula('sum(values)', ['values']),
  MIN: formula('min(values)', ['values']),
  MAX: formula('max(values)', ['values']),
};

/** The sum, the least or the greatest of the outputs, as FEEL's functions of these names have it. */
export const aggregate = (by: keyof typeof functions, values: readonly FeelValue[], run: Run): FeelValue =>
  functions[by]({ values }, run);
