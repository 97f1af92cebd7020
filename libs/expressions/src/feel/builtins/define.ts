import type { Run } from '../run.js';
import {
  ANY,
  DATE,
  DATE_TIME,
  DAY_TIME_DURATION,
  type FeelType,
  NUMBER,
  STRING,
  TIME,
  YEAR_MONTH_DURATION,
  contextOf,
  functionOf,
  listOf,
  rangeOf,
} from '../types/feel-type.js';
import type { DayTimeDuration, YearMonthDuration } from '../values/durations.js';
import type { FeelDate } from '../values/feel-date.js';
import type { FeelDateTime } from '../values/feel-date-time.js';
import type { FeelNumber } from '../values/feel-number.js';
import type { FeelTime } from '../values/feel-time.js';
import type { FeelContext, FeelFunction, FeelRange, FeelValue } from '../values/feel-value.js';
import { BuiltIn } from './built-in.js';
import type { BuiltInParameter, BuiltInSignature } from './signatures.js';

/** A parameter whose arguments are of a known class: `V` is only for the compiler. */
export interface Parameter<V extends FeelValue> extends BuiltInParameter {
  readonly value?: V;
}

const of =
  <V extends FeelValue>(type: FeelType) =>
  (name: string): Parameter<V> => ({ name, type });

export const LIST = listOf(ANY);
export const CONTEXT = contextOf([], true);

export const any = of<FeelValue>(ANY);
export const text = of<string>(STRING);
export const num = of<FeelNumber>(NUMBER);
export const date = of<FeelDate>(DATE);
export const time = of<FeelTime>(TIME);
export const dateTime = of<FeelDateTime>(DATE_TIME);
export const yearMonth = of<YearMonthDuration>(YEAR_MONTH_DURATION);
export const dayTime = of<DayTimeDuration>(DAY_TIME_DURATION);
export const list = of<readonly FeelValue[]>(LIST);
export const context = of<FeelContext>(CONTEXT);
export const range = of<FeelRange>(rangeOf(ANY));
export const func = of<FeelFunction>(functionOf(undefined, ANY));

/** May be left out, or be null. */
export const optional = <V extends FeelValue>(parameter: Parameter<V>): Parameter<V | null> => ({
  name: parameter.name,
  type: parameter.type,
  optional: true,
});

/** Has to be given, but may be null. */
export const nullable = <V extends FeelValue>(parameter: Parameter<V>): Parameter<V | null> => ({
  name: parameter.name,
  type: parameter.type,
  nullable: true,
});

type Values<P extends readonly Parameter<FeelValue>[]> = {
  readonly [I in keyof P]: P[I] extends Parameter<infer V> ? V : never;
};

/** One way of calling a function. */
export const signature = <const P extends readonly Parameter<FeelValue>[]>(
  parameters: P,
  result: FeelType,
  body: (args: Values<P>, run: Run) => FeelValue,
): BuiltInSignature => ({
  parameters,
  result,
  // The arguments were matched against the types of the parameters.
  body: (args, run) => body(args as unknown as Values<P>, run),
});

/** Any number of arguments, which the body gets as one list. */
export const variadic = <V extends FeelValue>(
  parameter: Parameter<V>,
  result: FeelType,
  body: (items: readonly V[], run: Run) => FeelValue,
): BuiltInSignature => ({
  parameters: [parameter],
  result,
  variadic: true,
  body: ([items], run) => body(items as unknown as readonly V[], run),
});

export const define = (name: string, ...signatures: readonly BuiltInSignature[]): BuiltIn =>
  new BuiltIn(name, signatures);

/** The arguments are of the right kinds, but the function can do nothing with them. */
export const refuse = (run: Run, reason: string): null => run.warn('EXPRESSIONS.INVALID_ARGUMENT', reason);
