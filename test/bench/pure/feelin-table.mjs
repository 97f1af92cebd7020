import { date, unaryTest } from 'feelin';

/** @param {string} text */
export const feelinDay = (text) => date(text);

/**
 * Every cell of every rule evaluated in full, as a table is without an index: the yardstick. feelin has no
 * compiled form, so that each evaluation reads its text.
 * @param {readonly (readonly string[])[]} rules
 * @returns {(values: readonly unknown[]) => number[]} the rules that match
 */
export const plainTable = (rules) => (values) => {
  const matching = [];
  for (const [rule, cells] of rules.entries()) {
    if (cells.every((cell, at) => unaryTest(cell, { '?': values[at] }).value === true)) matching.push(rule);
  }
  return matching;
};
