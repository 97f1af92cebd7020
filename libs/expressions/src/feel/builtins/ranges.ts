import type { Run } from '../run.js';
import { ANY, BOOLEAN, rangeOf } from '../types/feel-type.js';
import { compare } from '../values/comparison.js';
import type { FeelRange, FeelValue } from '../values/feel-value.js';
import { any, define, type Parameter, range, refuse, signature, text } from './define.js';
import { parseRange } from './range-parsing.js';
import type { BuiltInSignature } from './signatures.js';

/** One end of a range as a place on the line: a point, just before it, or just after it. */
interface Edge {
  /** Null is beyond everything on its side. */
  readonly value: FeelValue;
  readonly side: -1 | 0 | 1;
  readonly infinite: -1 | 0 | 1;
}

const startOf = ({ low, lowIncluded }: FeelRange): Edge => ({
  value: low,
  side: lowIncluded ? 0 : 1,
  infinite: low === null ? -1 : 0,
});
const endOf = ({ high, highIncluded }: FeelRange): Edge => ({
  value: high,
  side: highIncluded ? 0 : -1,
  infinite: high === null ? 1 : 0,
});
const pointOf = (value: FeelValue): Edge => ({ value, side: 0, infinite: 0 });

/** Values that have no order end the question: the answer is null. */
class Unordered extends Error {}

const order = (a: Edge, b: Edge, run: Run): number => {
  if (a.infinite !== 0 || b.infinite !== 0) return a.infinite - b.infinite;
  const result = compare(a.value, b.value, run);
  if (result === null) throw new Unordered();
  return result === 0 ? a.side - b.side : result;
};

/** Whether the same value stands at both edges, whatever side is meant. */
const meet = (a: Edge, b: Edge, run: Run): boolean =>
  a.infinite === 0 && b.infinite === 0 && order({ ...a, side: 0 }, { ...b, side: 0 }, run) === 0;

type Relation<A extends FeelValue, B extends FeelValue> = (a: A, b: B, run: Run) => boolean;

const relation = <A extends FeelValue, B extends FeelValue>(
  first: Parameter<A>,
  second: Parameter<B>,
  holds: Relation<A, B>,
): BuiltInSignature =>
  signature([first, second], BOOLEAN, ([a, b], run) => {
    try {
      return holds(a, b, run);
    } catch (error) {
      if (error instanceof Unordered) return refuse(run, 'These values have no order.');
      throw error;
    }
  });

const ofRanges = (holds: Relation<FeelRange, FeelRange>): BuiltInSignature =>
  relation(range('range1'), range('range2'), holds);
const pointInRange = (holds: Relation<FeelValue, FeelRange>): BuiltInSignature =>
  relation(any('point'), range('range'), holds);
const rangeOverPoint = (holds: Relation<FeelRange, FeelValue>): BuiltInSignature =>
  relation(range('range'), any('point'), holds);
const ofPoints = (holds: Relation<FeelValue, FeelValue>): BuiltInSignature =>
  relation(any('point1'), any('point2'), holds);

const before = (a: Edge, b: Edge, run: Run): boolean => order(a, b, run) < 0;

const contains: Relation<FeelRange, FeelValue> = (a, point, run) =>
  order(startOf(a), pointOf(point), run) <= 0 && order(pointOf(point), endOf(a), run) <= 0;
const covers: Relation<FeelRange, FeelRange> = (a, b, run) =>
  order(startOf(a), startOf(b), run) <= 0 && order(endOf(b), endOf(a), run) <= 0;
const meets: Relation<FeelRange, FeelRange> = (a, b, run) =>
  a.highIncluded && b.lowIncluded && meet(endOf(a), startOf(b), run);
const overlapsBefore: Relation<FeelRange, FeelRange> = (a, b, run) =>
  order(startOf(a), startOf(b), run) < 0 &&
  order(startOf(b), endOf(a), run) <= 0 &&
  order(endOf(a), endOf(b), run) <= 0;
const startsAt: Relation<FeelValue, FeelRange> = (point, a, run) =>
  a.lowIncluded && meet(startOf(a), pointOf(point), run);
const endsAt: Relation<FeelValue, FeelRange> = (point, a, run) =>
  a.highIncluded && meet(endOf(a), pointOf(point), run);
const starts: Relation<FeelRange, FeelRange> = (a, b, run) =>
  order(startOf(a), startOf(b), run) === 0 && order(endOf(a), endOf(b), run) <= 0;
const finishes: Relation<FeelRange, FeelRange> = (a, b, run) =>
  order(endOf(a), endOf(b), run) === 0 && order(startOf(b), startOf(a), run) <= 0;

const swapped =
  <A extends FeelValue, B extends FeelValue>(holds: Relation<A, B>): Relation<B, A> =>
  (a, b, run) =>
    holds(b, a, run);

/** Relations of points and ranges on a line, after Allen (DMN 1.3 table 82), and ranges from text (DMN 1.4). */
export const rangeFunctions = [
  define(
    'before',
    ofRanges((a, b, run) => before(endOf(a), startOf(b), run)),
    rangeOverPoint((a, point, run) => before(endOf(a), pointOf(point), run)),
    pointInRange((point, b, run) => before(pointOf(point), startOf(b), run)),
    ofPoints((a, b, run) => before(pointOf(a), pointOf(b), run)),
  ),
  define(
    'after',
    ofRanges((a, b, run) => before(endOf(b), startOf(a), run)),
    rangeOverPoint((a, point, run) => before(pointOf(point), startOf(a), run)),
    pointInRange((point, b, run) => before(endOf(b), pointOf(point), run)),
    ofPoints((a, b, run) => before(pointOf(b), pointOf(a), run)),
  ),
  define('meets', ofRanges(meets)),
  define('met by', ofRanges(swapped(meets))),
  define(
    'overlaps',
    ofRanges((a, b, run) => order(startOf(a), endOf(b), run) <= 0 && order(startOf(b), endOf(a), run) <= 0),
  ),
  define('overlaps before', ofRanges(overlapsBefore)),
  define('overlaps after', ofRanges(swapped(overlapsBefore))),
  define('finishes', ofRanges(finishes), pointInRange(endsAt)),
  define('finished by', ofRanges(swapped(finishes)), rangeOverPoint(swapped(endsAt))),
  define('includes', ofRanges(covers), rangeOverPoint(contains)),
  define('during', ofRanges(swapped(covers)), pointInRange(swapped(contains))),
  define('starts', ofRanges(starts), pointInRange(startsAt)),
  define('started by', ofRanges(swapped(starts)), rangeOverPoint(swapped(startsAt))),
  define(
    'coincides',
    ofRanges((a, b, run) => order(startOf(a), startOf(b), run) === 0 && order(endOf(a), endOf(b), run) === 0),
    ofPoints((a, b, run) => order(pointOf(a), pointOf(b), run) === 0),
  ),
  define(
    'range',
    signature([text('from')], rangeOf(ANY), ([from], run) => {
      run.spendText(from.length);
      const read = parseRange(from);
      const ordered =
        read && (read.low === null || read.high === null || (compare(read.low, read.high, run) ?? 1) <= 0);
      return ordered ? read : refuse(run, `range() cannot read "${from.slice(0, 60)}".`);
    }),
  ),
];
