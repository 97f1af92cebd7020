import type { Decimal as DecimalNumber } from 'decimal.js';
import type { Run } from '../run.js';
import { BOOLEAN, DAY_TIME_DURATION, NUMBER, YEAR_MONTH_DURATION } from '../types/feel-type.js';
import { DayTimeDuration, YearMonthDuration } from '../values/durations.js';
import { Decimal, type FeelNumber, normal, toDecimal } from '../values/feel-number.js';
import type { FeelValue } from '../values/feel-value.js';
import { dayTime, define, num, optional, refuse, signature, yearMonth } from './define.js';
import { wholeOf } from './whole-numbers.js';

/** Digits after the point that a decimal128 may have (DMN 1.3 table 76). */
const SCALES = { least: -6111, most: 6176 };
/** Roots and logarithms to 34 digits, in operations. */
const SERIES = 3_000;

const rounded = (
  value: FeelNumber,
  scale: FeelNumber | null,
  mode: DecimalNumber.Rounding,
  run: Run,
): FeelValue => {
  const digits = scale === null ? 0 : wholeOf(scale);
  if (digits === null || digits < SCALES.least || digits > SCALES.most) {
    return refuse(run, `A scale lies between ${SCALES.least} and ${SCALES.most}.`);
  }
  if (typeof value === 'number' && digits >= 0) return value;
  run.spend(20);
  const exact = toDecimal(value);
  if (digits >= 0) return normal(exact.toDecimalPlaces(digits, mode));
  // A negative scale rounds to tens, hundreds and so on.
  const unit = new Decimal(10).pow(-digits);
  return normal(exact.div(unit).toDecimalPlaces(0, mode).times(unit));
};

const rounding = (name: string, mode: DecimalNumber.Rounding) =>
  define(
    name,
    signature([num('n'), num('scale')], NUMBER, ([n, scale], run) => rounded(n, scale, mode, run)),
  );

const roundingToWhole = (name: string, mode: DecimalNumber.Rounding) =>
  define(
    name,
    signature([num('n'), optional(num('scale'))], NUMBER, ([n, scale], run) => rounded(n, scale, mode, run)),
  );

/** With the sign of the divisor: `modulo(-12, 5)` is 3. */
const modulo = (dividend: FeelNumber, divisor: FeelNumber, run: Run): FeelValue => {
  if (divisor === 0) return refuse(run, 'modulo() has no divisor zero.');
  if (typeof dividend === 'number' && typeof divisor === 'number') {
    const rest = dividend % divisor;
    return (rest === 0 || rest < 0 === divisor < 0 ? rest : rest + divisor) + 0;
  }
  const by = toDecimal(divisor);
  const whole = toDecimal(dividend);
  // Exact, digit by digit: 1e6000 has many.
  run.spend(100 + 8 * Math.max(0, whole.e - by.e));
  const rest = whole.mod(by);
  return normal(rest.isZero() || rest.isNegative() === by.isNegative() ? rest : rest.plus(by));
};

const series = (name: string, work: (value: DecimalNumber) => DecimalNumber | undefined) =>
  define(
    name,
    signature([num('number')], NUMBER, ([value], run) => {
      run.spend(SERIES);
      const result = work(toDecimal(value));
      return (result && normal(result)) ?? refuse(run, `${name}() has no answer for this number.`);
    }),
  );

/** Beyond these e^x is no decimal128. */
const LARGEST_EXPONENT = 14_150;

const exp = (value: DecimalNumber): DecimalNumber | undefined => {
  if (value.greaterThan(LARGEST_EXPONENT)) return undefined;
  return value.lessThan(-LARGEST_EXPONENT) ? new Decimal(0) : value.exp();
};

const isWhole = (value: FeelNumber): boolean => typeof value === 'number' || value.isInteger();
const isOdd = (value: FeelNumber): boolean =>
  typeof value === 'number' ? value % 2 !== 0 : !toDecimal(value).mod(2).isZero();

/** Functions of numbers (DMN 1.3 table 76, and those that 1.4 added). */
export const numberFunctions = [
  rounding('decimal', Decimal.ROUND_HALF_EVEN),
  roundingToWhole('floor', Decimal.ROUND_FLOOR),
  roundingToWhole('ceiling', Decimal.ROUND_CEIL),
  rounding('round up', Decimal.ROUND_UP),
  rounding('round down', Decimal.ROUND_DOWN),
  rounding('round half up', Decimal.ROUND_HALF_UP),
  rounding('round half down', Decimal.ROUND_HALF_DOWN),
  define(
    'abs',
    signature([num('n')], NUMBER, ([n]) => (typeof n === 'number' ? Math.abs(n) : n.abs())),
    signature([yearMonth('n')], YEAR_MONTH_DURATION, ([n]) => new YearMonthDuration(Math.abs(n.months))),
    signature(
      [dayTime('n')],
      DAY_TIME_DURATION,
      ([n]) => new DayTimeDuration(n.nanos < 0n ? -n.nanos : n.nanos),
    ),
  ),
  define(
    'modulo',
    signature([num('dividend'), num('divisor')], NUMBER, ([dividend, divisor], run) =>
      modulo(dividend, divisor, run),
    ),
  ),
  series('sqrt', (value) => (value.isNegative() ? undefined : value.sqrt())),
  series('log', (value) => (value.greaterThan(0) ? value.ln() : undefined)),
  series('exp', exp),
  define(
    'odd',
    signature([num('number')], BOOLEAN, ([value]) => isWhole(value) && isOdd(value)),
  ),
  define(
    'even',
    signature([num('number')], BOOLEAN, ([value]) => isWhole(value) && !isOdd(value)),
  ),
];
