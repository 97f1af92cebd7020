import { YearMonthDuration, DayTimeDuration } from '../values/durations.js';
import { FeelDate } from '../values/feel-date.js';
import { FeelDateTime } from '../values/feel-date-time.js';
import { isNumber } from '../values/feel-number.js';
import { FeelTime } from '../values/feel-time.js';
import { FeelContext, FeelRange, type FeelValue, isList } from '../values/feel-value.js';
import {
  BOOLEAN,
  DATE,
  DATE_TIME,
  DAY_TIME_DURATION,
  type FeelType,
  NULL,
  NUMBER,
  STRING,
  TIME,
  YEAR_MONTH_DURATION,
  builtInType,
  ANY,
} from './feel-type.js';

/** The type of a value, as far as it shows without looking inside. */
export const typeOfValue = (value: FeelValue): FeelType => {
  if (value === null) return NULL;
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value === 'string') return STRING;
  if (isNumber(value)) return NUMBER;
  if (value instanceof FeelDate) return DATE;
  if (value instanceof FeelTime) return TIME;
  if (value instanceof FeelDateTime) return DATE_TIME;
  if (value instanceof YearMonthDuration) return YEAR_MONTH_DURATION;
  if (value instanceof DayTimeDuration) return DAY_TIME_DURATION;
  if (isList(value)) return builtInType('list') ?? ANY;
  if (value instanceof FeelRange) return builtInType('range') ?? ANY;
  return builtInType(value instanceof FeelContext ? 'context' : 'function') ?? ANY;
};
