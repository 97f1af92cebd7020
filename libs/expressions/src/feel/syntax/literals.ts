import { parseTemporal } from '../values/temporal-parsing.js';
import { numberOf } from '../values/feel-number.js';
import type { FeelValue } from '../values/feel-value.js';
import { BOOLEAN, NULL, NUMBER, STRING, type FeelType } from '../types/feel-type.js';
import { typeOfValue } from '../types/type-of-value.js';
import type { Reading } from './reading.js';
import type { Node } from './tree.js';

const NUMERAL = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,5})?(?![\p{L}_])/uy;
const STRING_LITERAL = /"(?:[^"\\]|\\[^])*"/y;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([nrtbf"'\\]))/g;
const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A literal at this place, if one is there. */
export const readLiteral = (reading: Reading): Node | undefined => {
  const { cursor } = reading;
  cursor.skip();
  const from = cursor.position;
  const literal = (value: FeelValue, type: FeelType): Node =>
    reading.node<'literal'>(from, type, [], { kind: 'literal', value });
  const sign = cursor.text[from] ?? '';
  if (sign === '"') return literal(readString(reading), STRING);
  if (sign === '@') return readTemporal(reading, literal);
  if (/[\d.]/.test(sign)) {
    const numeral = cursor.match(NUMERAL);
    if (numeral === undefined) return cursor.fail('A number is not written properly');
    const value = numberOf(numeral);
    if (value === null)
      reading.report('NUMBER_RANGE', `${numeral} is too large a number.`, cursor.since(from));
    return literal(value, NUMBER);
  }
  switch (cursor.word()) {
    case 'true':
    case 'false':
      return literal(cursor.takeWord('true') || !cursor.takeWord('false'), BOOLEAN);
    case 'null':
      cursor.takeWord('null');
      return literal(null, NULL);
    default:
      return undefined;
  }
};

export const readString = (reading: Reading): string => {
  const text = reading.cursor.match(STRING_LITERAL);
  if (text === undefined) return reading.cursor.fail('A string has no closing quotation mark');
  return unescape(text.slice(1, -1));
};

/** Escapes of FEEL; a backslash before anything else stands for itself, so that `"\d+"` is a pattern. */
const unescape = (text: string): string =>
  text.includes('\\')
    ? text.replace(ESCAPE, (whole, short?: string, long?: string, sign?: string) => {
        const digits = short ?? long;
        if (digits === undefined) return SIGNS[sign ?? ''] ?? sign ?? whole;
        const point = Number.parseInt(digits, 16);
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
      })
    : text;

const readTemporal = (reading: Reading, literal: (value: FeelValue, type: FeelType) => Node): Node => {
  const { cursor } = reading;
  const from = cursor.position;
  cursor.take('@');
  const text = readString(reading);
  const value = parseTemporal(text);
  if (value === undefined) {
    reading.report(
      'TEMPORAL',
      `"${text.slice(0, 60)}" is no date, time, date and time or duration.`,
      cursor.since(from),
    );
    return literal(null, NULL);
  }
  return literal(value, typeOfValue(value));
};
