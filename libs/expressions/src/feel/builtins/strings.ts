import type { Run } from '../run.js';
import { BOOLEAN, NUMBER, STRING } from '../types/feel-type.js';
import { isNumber } from '../values/feel-number.js';
import type { FeelValue } from '../values/feel-value.js';
import { define, list, num, optional, refuse, signature, text } from './define.js';
import { wholeOf } from './whole-numbers.js';

/** Characters as people count them: code points, not UTF-16 units. */
const charactersOf = (value: string, run: Run): string[] => {
  run.spendText(value.length * 4);
  return Array.from(value);
};

const found = (run: Run, ...texts: readonly string[]): void => {
  for (const one of texts) run.spendText(one.length);
};

const substring = (value: string, start: FeelValue, length: FeelValue, run: Run): FeelValue => {
  const from = isNumber(start) ? wholeOf(start) : null;
  const count = length === null ? null : isNumber(length) ? wholeOf(length) : null;
  if (from === null || from === 0) return refuse(run, 'substring() counts from 1, or from -1 at the end.');
  if (length !== null && (count === null || count < 1))
    return refuse(run, 'substring() needs a length of at least 1.');
  const characters = charactersOf(value, run);
  if (Math.abs(from) > characters.length) return refuse(run, 'substring() starts outside of the string.');
  const begin = from > 0 ? from - 1 : characters.length + from;
  return characters.slice(begin, count === null ? undefined : begin + count).join('');
};

const before = (value: string, match: string): string => {
  const at = value.indexOf(match);
  return at === -1 ? '' : value.slice(0, at);
};

const after = (value: string, match: string): string => {
  const at = value.indexOf(match);
  return at === -1 ? '' : value.slice(at + match.length);
};

const join = (items: readonly FeelValue[], delimiter: string, run: Run): FeelValue => {
  const texts: string[] = [];
  for (const item of items) {
    if (item === null) continue;
    if (typeof item !== 'string') return refuse(run, 'string join() joins strings only.');
    run.spendText(item.length + delimiter.length);
    texts.push(item);
  }
  return texts.join(delimiter);
};

const pair = [text('string'), text('match')] as const;

/** Functions of strings (DMN 1.3 table 73) without regular expressions. */
export const stringFunctions = [
  define(
    'substring',
    signature(
      [text('string'), num('start position'), optional(num('length'))],
      STRING,
      ([value, start, length], run) => substring(value, start, length, run),
    ),
  ),
  define(
    'string length',
    signature([text('string')], NUMBER, ([value], run) => charactersOf(value, run).length),
  ),
  define(
    'upper case',
    signature([text('string')], STRING, ([value], run) => {
      found(run, value);
      return value.toUpperCase();
    }),
  ),
  define(
    'lower case',
    signature([text('string')], STRING, ([value], run) => {
      found(run, value);
      return value.toLowerCase();
    }),
  ),
  define(
    'substring before',
    signature(pair, STRING, ([value, match], run) => {
      found(run, value, match);
      return before(value, match);
    }),
  ),
  define(
    'substring after',
    signature(pair, STRING, ([value, match], run) => {
      found(run, value, match);
      return after(value, match);
    }),
  ),
  define(
    'contains',
    signature(pair, BOOLEAN, ([value, match], run) => {
      found(run, value, match);
      return value.includes(match);
    }),
  ),
  define(
    'starts with',
    signature(pair, BOOLEAN, ([value, match], run) => {
      found(run, match);
      return value.startsWith(match);
    }),
  ),
  define(
    'ends with',
    signature(pair, BOOLEAN, ([value, match], run) => {
      found(run, match);
      return value.endsWith(match);
    }),
  ),
  define(
    'string join',
    signature([list('list'), optional(text('delimiter'))], STRING, ([items, delimiter], run) =>
      join(items, delimiter ?? '', run),
    ),
  ),
];
