import type { Run } from '../run.js';
import { FeelContext, FeelFunction, FeelRange, type FeelValue, isList } from './feel-value.js';
import { type FeelNumber, isNumber, numberText } from './feel-number.js';
import { temporalText } from './temporal-text.js';

/** What `string(…)` answers: a string as it is, everything else so that a person recognises it. */
export const valueText = (value: FeelValue, run: Run): string =>
  typeof value === 'string' ? value : literalText(value, run);

/** As it could stand in an expression, as far as there are literals. */
export const literalText = (value: FeelValue, run: Run): string => {
  run.enter();
  const text = plainText(value, run);
  run.leave();
  run.spendText(text.length);
  return text;
};

const plainText = (value: FeelValue, run: Run): string => {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return digitsOf(value, run);
  if (isList(value)) {
    run.spend(value.length);
    return `[${value.map((item) => literalText(item, run)).join(', ')}]`;
  }
  if (value instanceof FeelContext) {
    const entries = [...value.keys()].map(
      (key) => `${keyText(key)}: ${literalText(value.get(key) ?? null, run)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  if (value instanceof FeelRange) return rangeText(value, run);
  if (value instanceof FeelFunction)
    return `function(${value.parameters.map(({ name }) => name).join(', ')})`;
  return temporalText(value);
};

/** Written out without an exponent: 1e6000 has 6,001 digits. */
const digitsOf = (value: FeelNumber, run: Run): string => {
  if (typeof value !== 'number') run.spend(20 + Math.abs(value.e));
  return numberText(value);
};

const rangeText = ({ low, lowIncluded, high, highIncluded }: FeelRange, run: Run): string =>
  `${lowIncluded ? '[' : '('}${literalText(low, run)}..${literalText(high, run)}${highIncluded ? ']' : ')'}`;

const keyText = (key: string): string => (/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : JSON.stringify(key));
