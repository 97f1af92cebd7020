import * as fc from 'fast-check';
import { type FeelValue, FeelDate, NameScope, Run, compileUnaryTests, numberOf } from '../../feel/index.js';
import type { DecisionTable } from '../model/expression.js';
import { atOnce } from '../pieces.js';
import { readCell } from './cell.js';
import { indexColumn } from './column-index.js';
import { kindOf } from './kind-of.js';
import { RuleIndex, cellsOf } from './rule-index.js';

const scope = NameScope.of([['?', { kind: 'any' }]]);

/** What the index must agree with: every cell evaluated in full. */
const meets = (cell: string, value: FeelValue): boolean => {
  const tests = compileUnaryTests(cell, scope);
  if (!tests.ok) throw new Error(`${cell}: ${tests.error.message}`);
  return tests.value.evaluate(new Map([['?', value]]), new Run()) === true;
};

const number = fc.integer({ min: -2, max: 6 }).map(String);
const text = fc.constantFrom('"a"', '"b"', '"c, d"');
const day = fc.integer({ min: 1, max: 5 }).map((it) => `date("2026-03-0${it}")`);
const literal = fc.oneof(
  { weight: 4, arbitrary: number },
  text,
  day,
  fc.constantFrom('true', 'false', 'null', '0.5'),
);
const ordered = fc.oneof(number, number, day);
const range = fc
  .tuple(fc.constantFrom('[', '(', ']'), ordered, ordered, fc.constantFrom(']', ')', '['))
  .map(([open, low, high, close]) => `${open}${low}..${high}${close}`);
const comparison = fc.tuple(fc.constantFrom('<', '<=', '>', '>='), ordered).map((parts) => parts.join(' '));
const test = fc.oneof(literal, range, comparison);
const tests = fc.array(test, { minLength: 1, maxLength: 3 }).map((it) => it.join(', '));
const cell = fc.oneof(
  { weight: 6, arbitrary: tests },
  { weight: 2, arbitrary: tests.map((it) => `not(${it})`) },
  { weight: 2, arbitrary: fc.constant('-') },
  { weight: 1, arbitrary: fc.constantFrom('? > 2', '? = "a"', '[1, 2]', 'not(? = 3)', '"a" in ?') },
);
const value: fc.Arbitrary<FeelValue> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 7 }) },
  fc.constantFrom<FeelValue>('a', 'b', 'c, d', 'z', true, false, null),
  fc.integer({ min: 1, max: 6 }).map((it) => new FeelDate(2026, 3, it)),
  fc.constantFrom<FeelValue>([1, 2], ['a'], []),
);

const tableOf = (rules: readonly (readonly string[])[], columns: number): DecisionTable => ({
  kind: 'decisionTable',
  hitPolicy: 'UNIQUE',
  inputs: Array.from({ length: columns }, () => ({ expression: { kind: 'literal', text: 'x' } })),
  outputs: [],
  annotations: [],
  rules: rules.map((cells) => ({
    tests: cells.map((it) => ({ text: it })),
    outputs: [],
    annotations: [],
  })),
});

describe('the index of a table', () => {
  it('leaves out no rule that plain evaluation finds', () => {
    const columns = 2;
    const rules = fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 12 });
    fc.assert(
      fc.property(rules, fc.array(value, { minLength: columns, maxLength: columns }), (cells, values) => {
        const index = atOnce(RuleIndex.of(tableOf(cells, columns), scope));
        const candidates = [...index.candidates(values)];
        const matching = cells
          .map((_, rule) => rule)
          .filter((rule) => cells[rule]?.every((it, column) => meets(it, values[column] ?? null)));
        expect(candidates).toEqual(expect.arrayContaining(matching));
        expect(candidates).toEqual(candidates.toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('says of a column of literals exactly what plain evaluation says', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), value, (cells, tested) => {
        const index = atOnce(indexColumn(cells.map((it) => readCell(it, scope))));
        const candidates = index?.candidates(tested);
        if (!index?.exact || index.kind !== kindOf(tested) || candidates === undefined) return;
        const matching = cells.map((_, rule) => rule).filter((rule) => meets(cells[rule] ?? '', tested));
        expect([...candidates]).toEqual(matching);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves few of a thousand rules', () => {
    const cells = Array.from({ length: 1_000 }, (_, rule) => [`"k${rule % 10}"`, `[${rule}..${rule + 1})`]);
    const index = atOnce(RuleIndex.of(tableOf(cells, 2), scope));
    expect([...index.candidates(['k7', numberOf('437.5')])]).toEqual([437]);
    expect([...index.candidates(['k8', 437])]).toEqual([]);
  });

  it('is right where a column has more boundaries than it keeps', () => {
    const cells = Array.from({ length: 3_000 }, (_, rule) => [
      rule % 2 ? `[${rule}..${rule + 1})` : `not([${rule}..${rule + 5}])`,
    ]);
    const index = atOnce(RuleIndex.of(tableOf(cells, 1), scope));
    for (const tested of [-1, 0, 1, 700, 701, 2_999, 3_003, 3_010]) {
      const candidates = index.candidates([tested]);
      const missed = cells
        .map((_, rule) => rule)
        .filter((rule) => !candidates.has(rule) && meets(cells[rule]?.[0] ?? '', tested));
      expect(missed).toEqual([]);
    }
  });
});

describe('cells that are read once', () => {
  it('are shared', () => {
    const [a, b] = atOnce(cellsOf(tableOf([['"a"'], ['"a"']], 1).rules, 0, scope));
    expect(a).toBe(b);
  });
});
