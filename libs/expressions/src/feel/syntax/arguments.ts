import type { Cursor } from './cursor.js';
import type { Reading } from './reading.js';
import type { Node } from './tree.js';
import { readNewName } from './words.js';

/** The arguments of a call, all by position or all by name. */
export const readArguments = (
  reading: Reading,
): { readonly args: readonly Node[]; readonly names: readonly string[] | undefined } => {
  const { cursor } = reading;
  cursor.take('(');
  if (cursor.take(')')) return { args: [], names: undefined };
  const args: Node[] = [];
  const names: string[] = [];
  do {
    const name = readArgumentName(cursor);
    if (name !== undefined) names.push(name);
    args.push(reading.expression());
    if (names.length > 0 && names.length !== args.length) {
      cursor.fail('Either all arguments have names or none has');
    }
  } while (cursor.take(','));
  cursor.expect(')', 'after the arguments');
  return { args, names: names.length === 0 ? undefined : names };
};

/** A name and its colon: no expression has one at this place. */
const readArgumentName = (cursor: Cursor): string | undefined => {
  const from = cursor.position;
  const name = readNewName(cursor);
  if (name !== '' && cursor.take(':')) return name;
  cursor.position = from;
  return undefined;
};
