import { takeComparison } from './comparison-operator.js';
import { readRangeAfter } from './range-literal.js';
import { depthOver, type Reading } from './reading.js';
import type { Node, Test, UnaryTests } from './tree.js';

/** The right side of `in`: one test, or several in parentheses, where a parenthesis may as well open a range. */
export const readTestsOfIn = (reading: Reading): readonly Test[] => {
  const { cursor } = reading;
  cursor.skip();
  const from = cursor.position;
  if (!cursor.take('(')) return [readTest(reading, () => reading.arithmetic())];
  const first = readTest(reading, () => reading.expression());
  if (first.kind === 'expression' && cursor.startsWith('..')) {
    return [{ ...first, expression: readRangeAfter(reading, from, first.expression, false) }];
  }
  const tests = [first];
  while (cursor.take(',')) tests.push(readTest(reading, () => reading.expression()));
  cursor.expect(')', 'after the tests of "in"');
  return tests;
};

const readTest = (reading: Reading, read: () => Node): Test => {
  const operator = takeComparison(reading);
  if (operator !== undefined) return { kind: 'compared', operator, operand: reading.arithmetic() };
  const from = reading.cursor.position;
  const expression = read();
  const text = reading.cursor.text.slice(from, reading.cursor.position);
  return { kind: 'expression', expression, reads: TESTED.test(text) };
};

const TESTED = /(?:^|[^\p{L}\p{N}_])\?(?![\p{L}\p{N}_])/u;

/** The cell of a table (DMN 1.3 grammar rule 17): `-`, tests, or `not(` tests `)`. */
export const readUnaryTests = (reading: Reading): UnaryTests => {
  const { cursor } = reading;
  if (cursor.startsWith('-') && cursor.after(cursor.position + 1) >= cursor.text.length) {
    cursor.take('-');
    return { negated: false, tests: [], depth: 1 };
  }
  const start = cursor.position;
  if (cursor.takeWord('not') && cursor.take('(')) {
    const tests = readCellTests(reading);
    cursor.expect(')', 'after the tests of "not"');
    if (cursor.atEnd) return { negated: true, tests, depth: depthOf(tests) };
    // It was the function: `not(a) and b`.
  }
  cursor.position = start;
  const tests = readCellTests(reading);
  return { negated: false, tests, depth: depthOf(tests) };
};

const readCellTests = (reading: Reading): readonly Test[] => {
  const tests: Test[] = [];
  do tests.push(readTest(reading, () => reading.expression()));
  while (reading.cursor.take(','));
  return tests;
};

const depthOf = (tests: readonly Test[]): number =>
  depthOver(tests.map((test) => (test.kind === 'compared' ? test.operand : test.expression)));
