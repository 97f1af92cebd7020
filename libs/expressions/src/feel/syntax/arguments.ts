import type { Reading } from './reading.js';
import type { Node } from './tree.js';
import { tidyName } from './words.js';

/** A name and its colon: no expression has one at this place. */
const NAMED = /[^\s:,()[\]{}"=<>@.\d-][^:,()[\]{}"=<>@]*:/y;

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
    const name = cursor.match(NAMED);
    if (name !== undefined) names.push(tidyName(name.slice(0, -1)));
    args.push(reading.expression());
    if (names.length > 0 && names.length !== args.length) {
      cursor.fail('Either all arguments have names or none has');
    }
  } while (cursor.take(','));
  cursor.expect(')', 'after the arguments');
  return { args, names: names.length === 0 ? undefined : names };
};
