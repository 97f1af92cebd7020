import type { Run } from '../run.js';
import { equal } from '../values/comparison.js';
import { FeelRange, type FeelValue, isList } from '../values/feel-value.js';
import { and, compareBy, type Truth } from './logic.js';

/** Whether a value lies in a range; null where it cannot be compared with its ends. */
const inRange = (value: FeelValue, range: FeelRange, run: Run): Truth => {
  if (value === null) return null;
  // An unbounded end holds for every value that the other end can be compared with.
  const above =
    range.low === null && !range.lowIncluded
      ? true
      : compareBy(range.lowIncluded ? '>=' : '>', value, range.low, run);
  const below =
    range.high === null && !range.highIncluded
      ? true
      : compareBy(range.highIncluded ? '<=' : '<', value, range.high, run);
  return range.low === null && range.high === null ? null : and(above, below);
};

/** `value in candidate` where the candidate is an expression (DMN 1.3 table 54 and grammar rule 7). */
export const isMember = (value: FeelValue, candidate: FeelValue, run: Run): Truth => {
  if (candidate instanceof FeelRange) {
    return value instanceof FeelRange ? equal(value, candidate, run) : inRange(value, candidate, run);
  }
  if (isList(candidate)) {
    let result: Truth = false;
    run.spend(candidate.length);
    for (const item of candidate) {
      const found = item instanceof FeelRange ? isMember(value, item, run) : equal(value, item, run);
      if (found === true) return true;
      if (found === null && item instanceof FeelRange) result = null;
    }
    return isList(value) && equal(value, candidate, run) === true ? true : result;
  }
  return equal(value, candidate, run);
};
