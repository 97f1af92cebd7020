import { Decimal as AnyDecimal } from 'decimal.js';

/** IEEE 754-2008 decimal128, as DMN 1.3 §10.3.2.3.1 asks: 34 digits, half even, exponents of its range. */
export const Decimal = AnyDecimal.clone({
  precision: 34,
  rounding: AnyDecimal.ROUND_HALF_EVEN,
  minE: -6143,
  maxE: 6144,
  toExpNeg: -6200,
  toExpPos: 6200,
  defaults: true,
});

/**
 * An exact decimal. Integers within ±2^53 are always JS numbers (never -0), everything else is always a {@link Decimal}:
 * one number has one form, so that `===` decides about integers and the fast path needs no second look.
 */
export type FeelNumber = number | AnyDecimal;

export const isNumber = (value: unknown): value is FeelNumber =>
  typeof value === 'number' || value instanceof Decimal;

export const toDecimal = (value: FeelNumber): AnyDecimal =>
  typeof value === 'number' ? new Decimal(value) : value;

/** The one form of a number; null where it is none (1/0) or out of range. */
export const normal = (value: AnyDecimal): FeelNumber | null => {
  if (!value.isFinite()) return null;
  if (value.e > 15 || !value.isInteger()) return value;
  const plain = value.toNumber();
  return Number.isSafeInteger(plain) ? plain + 0 : value;
};

const NUMERAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,5})?$/;

/** A numeral's exact value, rounded to 34 digits; null for what is no numeral. */
export const numberOf = (text: string): FeelNumber | null => {
  if (text.length < 16 && /^\d+$/.test(text)) return Number(text);
  // Beyond 34 digits rounding needs an operation: the constructor keeps them all.
  return NUMERAL.test(text) ? normal(new Decimal(text).toSignificantDigits(34)) : null;
};

/** A JS number as the shortest decimal that names it: 0.1 is one tenth. */
export const fromFloat = (value: number): FeelNumber | null => {
  if (Number.isSafeInteger(value)) return value + 0;
  return Number.isFinite(value) ? normal(new Decimal(value)) : null;
};

/** Nanoseconds as seconds, exactly. */
export const fromDecimalNanos = (nanos: bigint): FeelNumber =>
  normal(new Decimal(nanos.toString()).div(1_000_000_000)) ?? 0;

/** The nearest JS number. */
export const toFloat = (value: FeelNumber): number =>
  typeof value === 'number' ? value : Number(value.toString());

/** Its plain digits, without an exponent. */
export const numberText = (value: FeelNumber): string =>
  typeof value === 'number' ? String(value) : value.toFixed();
