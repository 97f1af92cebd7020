import { DayTimeDuration, YearMonthDuration } from '../values/durations.js';
import { FeelContext, FeelFunction, FeelRange, type FeelValue, isList } from '../values/feel-value.js';
import { FeelDate } from '../values/feel-date.js';
import { FeelDateTime } from '../values/feel-date-time.js';
import { FeelTime } from '../values/feel-time.js';
import { isNumber } from '../values/feel-number.js';
import type { Run } from '../run.js';
import { type FeelType } from './feel-type.js';

/**
 * Whether a value is of a type, null being of every type (DMN 1.3 §10.3.2.9: what is declared may always be absent).
 * `instance of` refuses null on the outside by itself.
 */
export const conforms = (value: FeelValue, type: FeelType, run: Run): boolean => {
  if (value === null) return true;
  switch (type.kind) {
    case 'any':
      return true;
    case 'null':
      return false;
    case 'boolean':
    case 'string':
      return typeof value === type.kind;
    case 'number':
      return isNumber(value);
    case 'date':
      return value instanceof FeelDate;
    case 'time':
      return value instanceof FeelTime;
    case 'date and time':
      return value instanceof FeelDateTime;
    case 'years and months duration':
      return value instanceof YearMonthDuration;
    case 'days and time duration':
      return value instanceof DayTimeDuration;
    case 'list':
      return isList(value) && (type.of.kind === 'any' || every(value, type.of, run));
    case 'range':
      return (
        value instanceof FeelRange && conforms(value.low, type.of, run) && conforms(value.high, type.of, run)
      );
    case 'context':
      return value instanceof FeelContext && hasEntries(value, type.entries, run);
    case 'function':
      return value instanceof FeelFunction && hasSignature(value, type);
  }
};

const every = (items: readonly FeelValue[], type: FeelType, run: Run): boolean => {
  run.spend(items.length);
  run.enter();
  const result = items.every((item) => conforms(item, type, run));
  run.leave();
  return result;
};

const hasEntries = (value: FeelContext, entries: ReadonlyMap<string, FeelType>, run: Run): boolean => {
  run.spend(entries.size);
  run.enter();
  let result = true;
  for (const [name, type] of entries) {
    const entry = value.get(name);
    result = entry !== undefined && conforms(entry, type, run);
    if (!result) break;
  }
  run.leave();
  return result;
};

/** Parameters are contravariant, results covariant (DMN 1.3 table 51). */
const hasSignature = (value: FeelFunction, type: FeelType & { kind: 'function' }): boolean => {
  if (type.parameters === undefined) return true;
  if (value.parameters.length !== type.parameters.length) return false;
  return (
    type.parameters.every((given, index) =>
      conformsTo(given, value.parameters[index]?.type ?? { kind: 'any' }),
    ) && conformsTo(value.result ?? { kind: 'any' }, type.result)
  );
};

/** Whether every value of one type is of another. */
export const conformsTo = (type: FeelType, other: FeelType): boolean => {
  if (other.kind === 'any' || type.kind === 'null') return true;
  switch (type.kind) {
    case 'list':
      return other.kind === 'list' && conformsTo(type.of, other.of);
    case 'range':
      return other.kind === 'range' && conformsTo(type.of, other.of);
    case 'context':
      return (
        other.kind === 'context' &&
        [...other.entries].every(([name, entry]) => {
          const own = type.entries.get(name);
          return own !== undefined && conformsTo(own, entry);
        })
      );
    case 'function':
      if (other.kind !== 'function') return false;
      if (other.parameters === undefined) return true;
      return (
        type.parameters !== undefined &&
        type.parameters.length === other.parameters.length &&
        type.parameters.every((own, index) => conformsTo(other.parameters?.[index] ?? own, own)) &&
        conformsTo(type.result, other.result)
      );
    default:
      return type.kind === other.kind;
  }
};
