import type { Run } from '../run.js';
import { FeelDate } from '../values/feel-date.js';
import { FeelDateTime } from '../values/feel-date-time.js';
import { FeelTime } from '../values/feel-time.js';
import { type FeelValue, isList } from '../values/feel-value.js';
import { UTC } from '../values/zone.js';
import { conforms } from './conformance.js';
import { type FeelType, typeText } from './feel-type.js';

/**
 * A value as a declared type takes it (DMN 1.3 §10.3.2.9.4): as it is, a list of one as its item, one value as a list
 * of it, a date as the date and time at midnight UTC; else null, with the reason in the run.
 */
export const coerce = (value: FeelValue, type: FeelType, run: Run, what = 'The value'): FeelValue => {
  if (conforms(value, type, run)) return value;
  const coerced = coercedOrUndefined(value, type, run);
  if (coerced !== undefined) return coerced;
  return run.warn('EXPRESSIONS.WRONG_TYPE', `${what} is no ${typeText(type)}.`);
};

const coercedOrUndefined = (value: FeelValue, type: FeelType, run: Run): FeelValue | undefined => {
  if (isList(value) && value.length === 1 && type.kind !== 'list') {
    const only = value[0] ?? null;
    return conforms(only, type, run) ? only : undefined;
  }
  if (type.kind === 'list' && !isList(value) && conforms(value, type.of, run)) return [value];
  if (type.kind === 'date and time' && value instanceof FeelDate) {
    return new FeelDateTime(value, new FeelTime(0, 0, 0, 0, UTC));
  }
  return undefined;
};
