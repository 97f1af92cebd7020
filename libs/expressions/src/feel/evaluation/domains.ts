import type { Run } from '../run.js';
import { FeelDate } from '../values/feel-date.js';
import { FeelRange, type FeelValue, isList } from '../values/feel-value.js';
import { dateOfDayNumber } from '../values/instants.js';

/** What an iteration over a value meets; null with a diagnostic where it can't be iterated over. */
export const itemsOf = (value: FeelValue, run: Run): Iterable<FeelValue> | null => {
  if (isList(value)) return value;
  if (value instanceof FeelRange) return itemsOfRange(value, run);
  if (value === null)
    return run.warn('EXPRESSIONS.NO_LIST', 'There is nothing to iterate over: the list is null.');
  return [value];
};

/** The integers or days of a bounded range. */
const itemsOfRange = (
  { low, lowIncluded, high, highIncluded }: FeelRange,
  run: Run,
): Iterable<FeelValue> | null => {
  const ends = steps(low, high);
  if (ends === null) return noRange(run);
  return counted(ends.from + (lowIncluded ? 0 : 1), ends.to - (highIncluded ? 0 : 1), 1, ends.make);
};

/** `for i in 1..10` and `for i in 10..1`: both ends included, up or down; days likewise (DMN 1.4). */
export const itemsBetween = (from: FeelValue, to: FeelValue, run: Run): Iterable<FeelValue> | null => {
  const ends = steps(from, to);
  if (ends === null) return noRange(run);
  return counted(ends.from, ends.to, ends.from <= ends.to ? 1 : -1, ends.make);
};

const noRange = (run: Run): null =>
  run.warn('EXPRESSIONS.NO_RANGE', 'A range to iterate over needs two integers or two dates as its ends.');

interface Ends {
  readonly from: number;
  readonly to: number;
  readonly make: (position: number) => FeelValue;
}

const steps = (from: FeelValue, to: FeelValue): Ends | null => {
  if (typeof from === 'number' && typeof to === 'number') return { from, to, make: (position) => position };
  if (from instanceof FeelDate && to instanceof FeelDate) {
    return { from: from.dayNumber, to: to.dayNumber, make: (days) => dateOfDayNumber(days) ?? null };
  }
  return null;
};

function* counted(
  from: number,
  to: number,
  step: 1 | -1,
  make: (position: number) => FeelValue,
): Generator<FeelValue> {
  for (let position = from; step > 0 ? position <= to : position >= to; position += step)
    yield make(position);
}
