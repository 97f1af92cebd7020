import type { Reading } from './reading.js';
import type { ComparisonOperator } from './tree.js';

const COMPARISON = /<=|>=|!=|<|>|=/y;

export const takeComparison = (reading: Reading): ComparisonOperator | undefined =>
  reading.cursor.match(COMPARISON) as ComparisonOperator | undefined;
