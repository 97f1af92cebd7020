export type { CompiledFeel } from './compile.js';
export type { Variables } from './evaluation/environment.js';
export { compileExpression, compileUnaryTests } from './compile.js';
export { NameScope } from './names.js';
export type { FeelProblem, FeelResult, Place } from './problem.js';
export type { RunLimits } from './run.js';
export { BudgetExhausted, Run } from './run.js';
export { coerce } from './types/coercion.js';
export { conforms, conformsTo } from './types/conformance.js';
export * from './types/feel-type.js';
export { DayTimeDuration, YearMonthDuration } from './values/durations.js';
export { compare, equal } from './values/comparison.js';
export {
  FeelContext,
  type FeelDuration,
  FeelFunction,
  type FeelParameter,
  FeelRange,
  type FeelTemporal,
  type FeelValue,
  isList,
} from './values/feel-value.js';
export { FeelDate } from './values/feel-date.js';
export { FeelDateTime } from './values/feel-date-time.js';
export type { FeelNumber } from './values/feel-number.js';
export { fromFloat, isNumber, numberOf, numberText, toFloat } from './values/feel-number.js';
export { FeelTime } from './values/feel-time.js';
export { fromJson, toJson } from './values/json.js';
export { valueText } from './values/value-text.js';
export { parseDateTime, parseTemporal } from './values/temporal-parsing.js';
export type { Zone } from './values/zone.js';
