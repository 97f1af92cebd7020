import { rangeOf } from '../types/feel-type.js';
import { commonType } from './inference.js';
import type { Reading } from './reading.js';
import type { Node } from './tree.js';

/** The rest of a range whose lower end was read: `..`, the upper end, and one of `]`, `)`, `[`. */
export const readRangeAfter = (reading: Reading, from: number, low: Node, lowIncluded: boolean): Node => {
  const { cursor } = reading;
  cursor.take('..');
  const high = reading.rangeEnd();
  const highIncluded = cursor.take(']');
  if (!highIncluded && !cursor.take(')') && !cursor.take('[')) {
    cursor.fail('The end of a range is missing: "]", ")" or "["');
  }
  const type = rangeOf(commonType([low.type, high.type]));
  return reading.node<'range'>(from, type, [low, high], {
    kind: 'range',
    low,
    lowIncluded,
    high,
    highIncluded,
  });
};

const UNARY = /\(\s*(?:<=|>=|<(?![=])|>(?![=])|=)/y;

/** A range with one end (DMN 1.4): `(< 10)`, `(>= 5)`, `(= 7)`. */
export const readUnaryRange = (reading: Reading): Node | undefined => {
  const { cursor } = reading;
  const from = cursor.position;
  const opening = cursor.match(UNARY);
  if (opening === undefined) return undefined;
  const operator = opening.slice(1).trim();
  const end = reading.arithmetic();
  cursor.expect(')', 'at the end of the range');
  const below = operator.startsWith('<');
  const included = operator.endsWith('=');
  return reading.node<'range'>(from, rangeOf(end.type), [end], {
    kind: 'range',
    low: below ? null : end,
    lowIncluded: !below && included,
    high: operator.startsWith('>') ? null : end,
    highIncluded: !operator.startsWith('>') && included,
  });
};
