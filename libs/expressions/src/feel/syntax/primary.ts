import { ANY, listOf } from '../types/feel-type.js';
import { readContext } from './context-literal.js';
import { readFunction } from './function-definition.js';
import { commonType } from './inference.js';
import { readFor, readQuantified } from './iterations.js';
import { readLiteral } from './literals.js';
import { readRangeAfter, readUnaryRange } from './range-literal.js';
import type { Reading } from './reading.js';
import type { Node } from './tree.js';
import { isJoining, readWords } from './words.js';

/** What no name begins with. */
const NO_NAME = /[\d".@]/;

/** What an expression begins with. */
export const readPrimary = (reading: Reading): Node => {
  const { cursor } = reading;
  cursor.skip();
  const from = cursor.position;
  if (cursor.startsWith('(')) return readParenthesis(reading);
  if (cursor.startsWith('[')) return readBrackets(reading);
  if (cursor.startsWith(']')) return readOpenRange(reading);
  if (cursor.startsWith('{')) return reading.nested(readContext);
  if (NO_NAME.test(cursor.text[from] ?? ''))
    return readLiteral(reading) ?? cursor.fail('An expression is missing');
  const named = reading.levels.longestAt(cursor, from);
  const word = cursor.word();
  // A declared name of several parts may begin with a keyword, a shorter one may not be one.
  if (named === undefined || named.end <= from + word.length) {
    const other = readKeyword(reading, word) ?? readLiteral(reading);
    if (other) return other;
  }
  if (named) {
    cursor.position = named.end;
    return nameNode(reading, named.known.name, from);
  }
  const name = isJoining(word) ? '' : readWords(cursor);
  if (name === '') cursor.fail('An expression is missing');
  return nameNode(reading, name, from);
};

const readKeyword = (reading: Reading, word: string): Node | undefined => {
  switch (word) {
    case 'if':
      return reading.nested(readIf);
    case 'for':
      return reading.nested(readFor);
    case 'some':
    case 'every':
      return reading.nested(readQuantified);
    case 'function':
      return reading.nested(readFunction);
    default:
      return undefined;
  }
};

const nameNode = (reading: Reading, name: string, from: number): Node => {
  const resolved = reading.levels.resolve(name);
  const { type, local, known } = resolved;
  // Among data that nobody declared, what is called is a function, and what is not called is data, maybe absent.
  const { cursor } = reading;
  const called = resolved.builtIn !== undefined && cursor.text[cursor.after(cursor.position)] === '(';
  const variable = !called && resolved.variable;
  const builtIn = variable ? undefined : resolved.builtIn;
  const items = called ? [] : resolved.items;
  if (variable) reading.names.add(name);
  if (!known) {
    reading.report('UNKNOWN_NAME', `There is no name "${name}" here.`, cursor.since(from));
  }
  return reading.node<'name'>(from, type, [], { kind: 'name', name, items, local, builtIn, variable });
};

const readIf = (reading: Reading): Node => {
  const { cursor } = reading;
  const from = cursor.position;
  cursor.takeWord('if');
  const condition = reading.expression();
  cursor.expectWord('then', 'after the condition of "if"');
  const consequence = reading.expression();
  cursor.expectWord('else', 'after "if … then …"');
  const otherwise = reading.expression();
  const type = commonType([consequence.type, otherwise.type]);
  return reading.node<'if'>(from, type, [condition, consequence, otherwise], {
    kind: 'if',
    condition,
    consequence,
    otherwise,
  });
};

const readParenthesis = (reading: Reading): Node => {
  const { cursor } = reading;
  const from = cursor.position;
  const unary = readUnaryRange(reading);
  if (unary) return unary;
  cursor.take('(');
  const inner = reading.expression();
  if (cursor.startsWith('..')) return readRangeAfter(reading, from, inner, false);
  cursor.expect(')', 'to close a parenthesis');
  return inner;
};

const readBrackets = (reading: Reading): Node => {
  const { cursor } = reading;
  const from = cursor.position;
  cursor.take('[');
  const items: Node[] = [];
  if (!cursor.take(']')) {
    do items.push(reading.expression());
    while (cursor.take(','));
    const [first] = items;
    if (first && items.length === 1 && cursor.startsWith('..'))
      return readRangeAfter(reading, from, first, true);
    cursor.expect(']', 'at the end of the list');
  }
  const type = listOf(items.length === 0 ? ANY : commonType(items.map((item) => item.type)));
  return reading.node<'list'>(from, type, items, { kind: 'list', items });
};

const readOpenRange = (reading: Reading): Node => {
  const { cursor } = reading;
  const from = cursor.position;
  cursor.take(']');
  const low = reading.expression();
  if (!cursor.startsWith('..')) cursor.fail('A range that begins with "]" needs ".." and its end');
  return readRangeAfter(reading, from, low, false);
};
