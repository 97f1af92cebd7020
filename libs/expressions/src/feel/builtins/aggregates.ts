import type { Decimal as DecimalNumber } from 'decimal.js';
import { add, divide, multiply, subtract } from '../evaluation/arithmetic.js';
import type { Run } from '../run.js';
import { ANY, BOOLEAN, type FeelType, NUMBER } from '../types/feel-type.js';
import { compare } from '../values/comparison.js';
import { type FeelNumber, isNumber, normal, toDecimal } from '../values/feel-number.js';
import type { FeelValue } from '../values/feel-value.js';
import { mergeSort } from './merge-sort.js';
import { LIST, any, define, list, nullable, refuse, signature, variadic } from './define.js';

type Items = readonly FeelValue[];
type Aggregate = (items: Items, run: Run) => FeelValue;

/** Called with one list or with its items, one after the other. */
const aggregate = (name: string, parameter: string, result: FeelType, body: Aggregate) =>
  define(
    name,
    signature([list(parameter)], result, ([items], run) => body(items, run)),
    variadic(nullable(any(parameter)), result, body),
  );

const ofNumbers =
  (name: string, body: (numbers: readonly FeelNumber[], run: Run) => FeelValue): Aggregate =>
  (items, run) => {
    run.spend(1 + items.length);
    return items.every(isNumber) ? body(items, run) : refuse(run, `${name}() takes numbers only.`);
  };

const extreme =
  (name: string, sign: 1 | -1): Aggregate =>
  (items, run) => {
    run.spend(1 + items.length);
    let best = items[0] ?? null;
    for (const item of items) {
      const order = compare(item, best, run);
      if (order === null) return refuse(run, `${name}() takes values of one ordered kind only.`);
      if (order * sign > 0) best = item;
    }
    return best;
  };

const sum = (numbers: readonly FeelNumber[], run: Run): FeelValue =>
  numbers.length === 0 ? null : numbers.reduce<FeelValue>((total, one) => add(total, one, run), 0);

const product = (numbers: readonly FeelNumber[], run: Run): FeelValue =>
  numbers.length === 0 ? null : numbers.reduce<FeelValue>((total, one) => multiply(total, one, run), 1);

const mean = (numbers: readonly FeelNumber[], run: Run): FeelValue =>
  divide(sum(numbers, run), numbers.length, run);

const ascending = (numbers: readonly FeelNumber[], run: Run): readonly FeelNumber[] =>
  mergeSort(numbers, (a, b) => (compare(a, b, run) ?? 0) < 0, run);

const median = (numbers: readonly FeelNumber[], run: Run): FeelValue => {
  const sorted = ascending(numbers, run);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return null;
  if (sorted.length % 2 === 1) return middle;
  return divide(add(sorted[sorted.length / 2 - 1] ?? null, middle, run), 2, run);
};

/** Of a sample: divided by one less than there are numbers. */
const deviation = (numbers: readonly FeelNumber[], run: Run): FeelValue => {
  if (numbers.length < 2) return refuse(run, 'stddev() needs at least two numbers.');
  const middle = mean(numbers, run);
  const squares = numbers.map((one) => {
    const distance = subtract(one, middle, run);
    return multiply(distance, distance, run);
  });
  const variance = divide(sum(squares.filter(isNumber), run), numbers.length - 1, run);
  run.spend(1_000);
  return isNumber(variance) ? root(toDecimal(variance)) : null;
};

const root = (value: DecimalNumber): FeelValue => normal(value.sqrt());

/** The most frequent numbers, smallest first. */
const mode = (numbers: readonly FeelNumber[], run: Run): FeelValue => {
  const runs: { readonly value: FeelNumber; count: number }[] = [];
  for (const value of ascending(numbers, run)) {
    const last = runs.at(-1);
    if (last && compare(last.value, value, run) === 0) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  const most = runs.reduce((count, one) => Math.max(count, one.count), 0);
  return runs.filter(({ count }) => count === most).map(({ value }) => value);
};

/** One deciding value decides; anything that is neither true nor false leaves it open. */
const junction =
  (deciding: boolean): Aggregate =>
  (items, run) => {
    run.spend(1 + items.length);
    if (items.includes(deciding)) return deciding;
    return items.every((item) => typeof item === 'boolean') ? !deciding : null;
  };

/** Functions that make one value of many (DMN 1.3 tables 74 and 77). */
export const aggregateFunctions = [
  aggregate('min', 'list', ANY, extreme('min', -1)),
  aggregate('max', 'list', ANY, extreme('max', 1)),
  aggregate('sum', 'list', NUMBER, ofNumbers('sum', sum)),
  aggregate('product', 'list', NUMBER, ofNumbers('product', product)),
  aggregate(
    'mean',
    'list',
    NUMBER,
    ofNumbers('mean', (numbers, run) => (numbers.length === 0 ? null : mean(numbers, run))),
  ),
  aggregate('median', 'list', NUMBER, ofNumbers('median', median)),
  aggregate('stddev', 'list', NUMBER, ofNumbers('stddev', deviation)),
  aggregate('mode', 'list', LIST, ofNumbers('mode', mode)),
  aggregate('all', 'list', BOOLEAN, junction(false)),
  aggregate('any', 'list', BOOLEAN, junction(true)),
];
