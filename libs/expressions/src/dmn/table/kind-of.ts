import {
  type FeelValue,
  DayTimeDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  YearMonthDuration,
  isNumber,
} from '../../feel/index.js';

/** Kinds of values that a column can be indexed by. */
export type IndexedKind = 'string' | 'boolean' | 'number' | 'date' | 'time' | 'dateTime' | 'months' | 'nanos';

/** Undefined for null, lists, contexts, ranges and functions. */
export const kindOf = (value: FeelValue): IndexedKind | undefined => {
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as 'string' | 'boolean';
  if (isNumber(value)) return 'number';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDateTime) return 'dateTime';
  if (value instanceof YearMonthDuration) return 'months';
  if (value instanceof DayTimeDuration) return 'nanos';
  return undefined;
};
