import type { FeelType } from '../types/feel-type.js';
import { ANY, listOf } from '../types/feel-type.js';
import { NameScope } from '../names.js';
import { readArguments } from './arguments.js';
import { callType, itemType, pathType } from './inference.js';
import { longestOf } from './levels.js';
import { readPrimary } from './primary.js';
import type { Reading } from './reading.js';
import type { Node } from './tree.js';
import { isJoining, readWords } from './words.js';

/** What follows a value directly: paths, filters, arguments. */
export const readPostfix = (reading: Reading): Node => {
  const { closing } = reading;
  reading.closing = false;
  let target = readPrimary(reading);
  for (;;) {
    const next = postfixAfter(reading, target, closing);
    if (next === undefined) {
      reading.closing = closing;
      return target;
    }
    target = next;
  }
};

const postfixAfter = (reading: Reading, target: Node, closing: boolean): Node | undefined => {
  const { cursor } = reading;
  if (cursor.startsWith('.') && !cursor.startsWith('..')) {
    cursor.take('.');
    return readPath(reading, target);
  }
  if (cursor.startsWith('(')) return readCall(reading, target);
  if (cursor.startsWith('[') && !(closing && closesRange(reading))) return readFilter(reading, target);
  return undefined;
};

/** Nothing that begins an expression follows, so that `[` is the end of `[1..10[`. */
const closesRange = ({ cursor }: Reading): boolean => {
  const next = cursor.after(cursor.position + 1);
  const word = cursor.wordAt(next);
  if (word !== '') return isJoining(word);
  return !/["@([{-]|\.\d/y.test(cursor.text.slice(next, next + 2));
};

const readPath = (reading: Reading, target: Node): Node => {
  const { cursor } = reading;
  cursor.skip();
  const from = cursor.position;
  const found = knownEntry(reading, target.type, from);
  let name = '';
  if (found) {
    name = found.known.name;
    cursor.position = found.end;
  } else name = readWords(cursor);
  if (name === '') cursor.fail('The name of an entry is missing after "."');
  const type = pathType(reading, target, name, cursor.since(from));
  return reading.node<'path'>(target.place.from, type, [target], { kind: 'path', target, name });
};

const knownEntry = (reading: Reading, type: FeelType, at: number): ReturnType<typeof longestOf> => {
  const holder = type.kind === 'list' ? type.of : type;
  if (holder.kind !== 'context') return undefined;
  const first = reading.cursor.wordAt(at);
  return longestOf(NameScope.of(holder.entries).beginning(first), reading.cursor, at);
};

const readFilter = (reading: Reading, target: Node): Node => {
  const { cursor, levels } = reading;
  cursor.take('[');
  const item = itemType(target.type);
  levels.pushItem(item);
  const condition = reading.expression();
  levels.pop();
  cursor.expect(']', 'at the end of the filter');
  // An index answers an item, a condition a list.
  const type =
    condition.type.kind === 'number' ? item : condition.type.kind === 'boolean' ? listOf(item) : ANY;
  return reading.node<'filter'>(target.place.from, type, [target, condition], {
    kind: 'filter',
    target,
    condition,
  });
};

const readCall = (reading: Reading, callee: Node): Node => {
  const { args, names } = readArguments(reading);
  const from = callee.place.from;
  const type = callType(reading, callee, args, names, reading.cursor.since(from));
  return reading.node<'call'>(from, type, [callee, ...args], { kind: 'call', callee, args, names });
};
