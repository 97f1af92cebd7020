import type { FeelNumber } from '../values/feel-number.js';

/** A position, length or scale: what follows the point is cut off; null where it is too large to be one. */
export const wholeOf = (value: FeelNumber): number | null => {
  const whole = typeof value === 'number' ? value : value.trunc().toNumber();
  return Number.isSafeInteger(whole) ? whole + 0 : null;
};
