import type { Decimal as DecimalNumber } from 'decimal.js';
import type { Run } from '../run.js';
import type { ArithmeticOperator } from '../syntax/tree.js';
import { Decimal, isNumber, normal, toDecimal } from '../values/feel-number.js';
import type { FeelNumber } from '../values/feel-number.js';
import type { FeelValue } from '../values/feel-value.js';
import {
  addTemporal,
  divideTemporal,
  multiplyTemporal,
  negateDuration,
  subtractTemporal,
} from './temporal-arithmetic.js';

type Operation = (a: FeelValue, b: FeelValue, run: Run) => FeelValue;

/** What work costs, in operations: decimals of 34 digits are no integers of the machine. */
const COST = { decimal: 30, quotient: 150, power: 400, root: 3_000 };

const exact =
  (cost: number, work: (a: DecimalNumber, b: DecimalNumber) => DecimalNumber) =>
  (a: FeelNumber, b: FeelNumber, run: Run): FeelNumber | null => {
    run.spend(cost);
    return normal(work(toDecimal(a), toDecimal(b)));
  };

const sum = exact(COST.decimal, (a, b) => a.plus(b));
const difference = exact(COST.decimal, (a, b) => a.minus(b));
const product = exact(COST.decimal, (a, b) => a.times(b));
const quotient = exact(COST.quotient, (a, b) => a.div(b));

/** DMN 1.3 table 55 to 61. Operands of kinds that don't go together give null. */
export const add: Operation = (a, b, run) => {
  if (typeof a === 'number' && typeof b === 'number') {
    const plain = a + b;
    return Number.isSafeInteger(plain) ? plain : sum(a, b, run);
  }
  if (isNumber(a) && isNumber(b)) return sum(a, b, run);
  if (typeof a === 'string' && typeof b === 'string') {
    run.spendText(a.length + b.length);
    return a + b;
  }
  return addTemporal(a, b, run) ?? noMeaning('+', a, b, run);
};

export const subtract: Operation = (a, b, run) => {
  if (typeof a === 'number' && typeof b === 'number') {
    const plain = a - b;
    return Number.isSafeInteger(plain) ? plain : difference(a, b, run);
  }
  if (isNumber(a) && isNumber(b)) return difference(a, b, run);
  return subtractTemporal(a, b, run) ?? noMeaning('-', a, b, run);
};

export const multiply: Operation = (a, b, run) => {
  if (typeof a === 'number' && typeof b === 'number') {
    const plain = a * b;
    // Adding zero turns -0 into 0: nobody can tell the two apart in FEEL.
    return Number.isSafeInteger(plain) ? plain + 0 : product(a, b, run);
  }
  if (isNumber(a) && isNumber(b)) return product(a, b, run);
  return multiplyTemporal(a, b, run) ?? noMeaning('*', a, b, run);
};

export const divide: Operation = (a, b, run) => {
  if (isNumber(a) && isNumber(b)) return quotientOf(a, b, run);
  return divideTemporal(a, b, run) ?? noMeaning('/', a, b, run);
};

const quotientOf = (a: FeelNumber, b: FeelNumber, run: Run): FeelNumber | null => {
  if (b === 0) return run.warn('EXPRESSIONS.DIVISION_BY_ZERO', 'A number cannot be divided by zero.');
  if (typeof a === 'number' && typeof b === 'number') {
    const plain = a / b;
    if (Number.isSafeInteger(plain) && plain * b === a) return plain + 0;
  }
  return quotient(a, b, run);
};

const power: Operation = (a, b, run) => {
  if (!isNumber(a) || !isNumber(b)) return noMeaning('**', a, b, run);
  if (typeof a === 'number' && typeof b === 'number') {
    const plain = a ** b;
    if (b >= 0 && Number.isSafeInteger(plain)) return plain + 0;
  }
  // Others than whole powers run through logarithms.
  run.spend(typeof b === 'number' ? COST.power : COST.root);
  const value = normal(Decimal.pow(toDecimal(a), toDecimal(b)));
  return value ?? run.warn('EXPRESSIONS.NUMBER_RANGE', 'The power is no number that can be held.');
};

export const negate = (value: FeelValue, run: Run): FeelValue => {
  if (typeof value === 'number') return 0 - value;
  if (isNumber(value)) return normal(value.neg());
  return negateDuration(value) ?? noMeaning('-', null, value, run);
};

const noMeaning = (operator: string, a: FeelValue, b: FeelValue, run: Run): null => {
  if (a === null || b === null) return null;
  return run.warn('EXPRESSIONS.TYPES', `The operands of "${operator}" do not go together.`);
};

export const OPERATIONS: Readonly<Record<ArithmeticOperator, Operation>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};
