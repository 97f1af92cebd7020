import type { Run } from '../run.js';
import { BOOLEAN, NUMBER } from '../types/feel-type.js';
import { equal } from '../values/comparison.js';
import { type FeelNumber } from '../values/feel-number.js';
import { type FeelValue, isList } from '../values/feel-value.js';
import {
  LIST,
  any,
  define,
  func,
  list,
  nullable,
  num,
  optional,
  refuse,
  signature,
  variadic,
} from './define.js';
import { wholeOf } from './whole-numbers.js';

type Items = readonly FeelValue[];

const same = (a: FeelValue, b: FeelValue, run: Run): boolean => equal(a, b, run) === true;

/** The index in a list that a position names, from 1 or from -1 at the end; undefined outside of it. */
const indexOf = (position: FeelNumber, length: number): number | undefined => {
  const at = wholeOf(position);
  if (at === null || at === 0 || Math.abs(at) > length) return undefined;
  return at > 0 ? at - 1 : length + at;
};

const outside = (run: Run): null => refuse(run, 'The position lies outside of the list.');

const sublist = (items: Items, start: FeelNumber, length: FeelNumber | null, run: Run): FeelValue => {
  const from = indexOf(start, items.length);
  if (from === undefined) return outside(run);
  const count = length === null ? items.length - from : wholeOf(length);
  if (count === null || count < 1 || from + count > items.length) {
    return refuse(run, 'The list has not so many items from there.');
  }
  return items.slice(from, from + count);
};

const distinct = (items: Items, run: Run): Items => {
  const kept: FeelValue[] = [];
  const texts = new Set<FeelValue>();
  for (const item of items) {
    // Strings and plain numbers, which most lists hold, are equal only if they are the same.
    if (typeof item === 'string' || typeof item === 'number') {
      run.spend(1);
      if (texts.has(item)) continue;
      texts.add(item);
    } else if (kept.some((other) => same(other, item, run))) continue;
    kept.push(item);
  }
  return kept;
};

const flatten = (items: Items, run: Run, into: FeelValue[] = []): FeelValue[] => {
  run.spend(items.length);
  run.enter();
  for (const item of items) {
    if (isList(item)) flatten(item, run, into);
    else into.push(item);
  }
  run.leave();
  return into;
};

const joined = (lists: readonly Items[], run: Run): Items => {
  run.spend(lists.reduce((sum, one) => sum + one.length, 0));
  return lists.flat();
};

const copied = (items: Items, run: Run): Items => {
  run.spend(1 + items.length);
  return items;
};

const replaceWhere = (
  items: Items,
  matches: (item: FeelValue) => FeelValue,
  by: FeelValue,
  run: Run,
): FeelValue => {
  const result: FeelValue[] = [];
  for (const item of copied(items, run)) {
    const answer = matches(item);
    if (typeof answer !== 'boolean')
      return refuse(run, 'list replace() needs a function that answers true or false.');
    result.push(answer ? by : item);
  }
  return result;
};

/** Functions of lists (DMN 1.3 table 74) that keep, move or find items. */
export const listFunctions = [
  define(
    'list contains',
    signature([list('list'), nullable(any('element'))], BOOLEAN, ([items, element], run) =>
      items.some((item) => same(item, element, run)),
    ),
  ),
  define(
    'count',
    signature([list('list')], NUMBER, ([items]) => items.length),
  ),
  define(
    'sublist',
    signature(
      [list('list'), num('start position'), optional(num('length'))],
      LIST,
      ([items, start, length], run) => sublist(copied(items, run), start, length, run),
    ),
  ),
  define('append', {
    parameters: [list('list'), nullable(any('item'))],
    variadic: true,
    result: LIST,
    body: ([items, added], run) => joined([items, added].filter(isList), run),
  }),
  define(
    'concatenate',
    variadic(list('list'), LIST, (lists, run) => joined(lists, run)),
  ),
  define(
    'insert before',
    signature(
      [list('list'), num('position'), nullable(any('newItem'))],
      LIST,
      ([items, position, item], run) => {
        const at = indexOf(position, items.length);
        return at === undefined ? outside(run) : copied(items, run).toSpliced(at, 0, item);
      },
    ),
  ),
  define(
    'remove',
    signature([list('list'), num('position')], LIST, ([items, position], run) => {
      const at = indexOf(position, items.length);
      return at === undefined ? outside(run) : copied(items, run).toSpliced(at, 1);
    }),
  ),
  define(
    'list replace',
    signature(
      [list('list'), num('position'), nullable(any('newItem'))],
      LIST,
      ([items, position, item], run) => {
        const at = indexOf(position, items.length);
        return at === undefined ? outside(run) : copied(items, run).with(at, item);
      },
    ),
    signature([list('list'), func('match'), nullable(any('newItem'))], LIST, ([items, match, by], run) =>
      match.parameters.length === 2
        ? replaceWhere(items, (item) => match.invoke([item, by], run), by, run)
        : refuse(run, 'list replace() needs a function of an item and the new item.'),
    ),
  ),
  define(
    'reverse',
    signature([list('list')], LIST, ([items], run) => copied(items, run).toReversed()),
  ),
  define(
    'index of',
    signature([list('list'), nullable(any('match'))], LIST, ([items, match], run) =>
      items.flatMap((item, index) => (same(item, match, run) ? [index + 1] : [])),
    ),
  ),
  define(
    'union',
    variadic(list('list'), LIST, (lists, run) => distinct(joined(lists, run), run)),
  ),
  define(
    'distinct values',
    signature([list('list')], LIST, ([items], run) => distinct(items, run)),
  ),
  define(
    'flatten',
    signature([list('list')], LIST, ([items], run) => flatten(items, run)),
  ),
];
