import type { FeelContext } from './feel-context.js';
import type { FeelDate } from './feel-date.js';
import type { FeelDateTime } from './feel-date-time.js';
import type { FeelFunction } from './feel-function.js';
import type { FeelNumber } from './feel-number.js';
import type { FeelRange } from './feel-range.js';
import type { FeelTime } from './feel-time.js';
import type { DayTimeDuration, YearMonthDuration } from './durations.js';

export type FeelTemporal = FeelDate | FeelTime | FeelDateTime;
export type FeelDuration = YearMonthDuration | DayTimeDuration;

/** A value of FEEL (DMN 1.3 §10.3.2.3). All of them are immutable. */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | FeelTemporal
  | FeelDuration
  | readonly FeelValue[]
  | FeelContext
  | FeelRange
  | FeelFunction;

/** `Array.isArray` narrows a readonly array badly. */
export const isList = (value: FeelValue | undefined): value is readonly FeelValue[] => Array.isArray(value);
