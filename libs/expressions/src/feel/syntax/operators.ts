import { BOOLEAN } from '../types/feel-type.js';
import { takeComparison } from './comparison-operator.js';
import { arithmeticType, checkComparable, negationType } from './inference.js';
import { readPostfix } from './postfix.js';
import type { Reading } from './reading.js';
import { readTestsOfIn } from './tests.js';
import type { ArithmeticOperator, Node } from './tree.js';
import { readType } from './type-expressions.js';

// Precedence from loose to tight (DMN 1.3 §10.3.1.2, rule 2 and those below it).

export const readDisjunction = (reading: Reading): Node => {
  let left = readConjunction(reading);
  while (reading.cursor.takeWord('or')) {
    const right = readConjunction(reading);
    left = reading.node<'or'>(left.place.from, BOOLEAN, [left, right], { kind: 'or', left, right });
  }
  return left;
};

const readConjunction = (reading: Reading): Node => {
  let left = readComparison(reading);
  while (reading.cursor.takeWord('and')) {
    const right = readComparison(reading);
    left = reading.node<'and'>(left.place.from, BOOLEAN, [left, right], { kind: 'and', left, right });
  }
  return left;
};

const readComparison = (reading: Reading): Node => {
  let left = reading.arithmetic();
  for (;;) {
    const next = comparisonAfter(reading, left);
    if (next === undefined) return left;
    left = next;
  }
};

const comparisonAfter = (reading: Reading, left: Node): Node | undefined => {
  const { cursor } = reading;
  const { from } = left.place;
  const operator = takeComparison(reading);
  if (operator !== undefined) {
    const right = reading.arithmetic();
    checkComparable(reading, operator, left, right);
    return reading.node<'comparison'>(from, BOOLEAN, [left, right], {
      kind: 'comparison',
      operator,
      left,
      right,
    });
  }
  if (cursor.takeWord('between')) {
    const low = reading.arithmetic();
    cursor.expectWord('and', 'between the two ends');
    const high = reading.arithmetic();
    return reading.node<'between'>(from, BOOLEAN, [left, low, high], {
      kind: 'between',
      value: left,
      low,
      high,
    });
  }
  if (cursor.takeWord('in')) {
    const tests = readTestsOfIn(reading);
    const operands = tests.map((test) => (test.kind === 'compared' ? test.operand : test.expression));
    return reading.node<'in'>(from, BOOLEAN, [left, ...operands], { kind: 'in', value: left, tests });
  }
  return undefined;
};

export const readArithmetic = (reading: Reading): Node => readSum(reading);

const SUM = /[+-]/y;
/** Not the beginning of a power. */
const PRODUCT = /\*(?!\*)|\//y;
const POWER = /\*\*/y;

const readSum = (reading: Reading): Node => readChain(reading, SUM, readProduct);
const readProduct = (reading: Reading): Node => readChain(reading, PRODUCT, readPower);
/** From left to right as the others: `3 ** 4 ** 5` is `(3 ** 4) ** 5`. */
const readPower = (reading: Reading): Node => readChain(reading, POWER, readNegation);

const readChain = (reading: Reading, operators: RegExp, readOperand: (reading: Reading) => Node): Node => {
  let left = readOperand(reading);
  for (;;) {
    const operator = reading.cursor.match(operators) as ArithmeticOperator | undefined;
    if (operator === undefined) return left;
    const right = readOperand(reading);
    const type = arithmeticType(reading, operator, left, right);
    left = reading.node<'arithmetic'>(left.place.from, type, [left, right], {
      kind: 'arithmetic',
      operator,
      left,
      right,
    });
  }
};

/** The sign binds tighter than a power: `-3 ** 2` is 9. */
const readNegation = (reading: Reading): Node => {
  const { cursor } = reading;
  cursor.skip();
  const from = cursor.position;
  if (!cursor.take('-')) return readInstanceOf(reading);
  const operand = reading.nested(readNegation, reading.closing);
  return reading.node<'negation'>(from, negationType(reading, operand), [operand], {
    kind: 'negation',
    operand,
  });
};

const readInstanceOf = (reading: Reading): Node => {
  const value = readPostfix(reading);
  const { cursor } = reading;
  if (!cursor.takeWord('instance')) return value;
  cursor.expectWord('of', 'after "instance"');
  const of = readType(reading);
  return reading.node<'instance of'>(value.place.from, BOOLEAN, [value], { kind: 'instance of', value, of });
};
