import { BOOLEAN, NUMBER, listOf } from '../types/feel-type.js';
import { itemType } from './inference.js';
import type { Reading } from './reading.js';
import type { Iterator, Node } from './tree.js';
import { readNewName } from './words.js';

export const readFor = (reading: Reading): Node => {
  const { cursor, levels } = reading;
  const from = cursor.position;
  cursor.takeWord('for');
  const iterators = readIterators(reading, 'for');
  cursor.expectWord('return', 'after the iterators of "for"');
  const partial = levels.push('partial', listOf({ kind: 'any' }));
  const body = reading.expression();
  levels.pop(iterators.length + 1);
  return reading.node<'for'>(
    from,
    listOf(body.type),
    childrenOf(iterators, body),
    {
      kind: 'for',
      iterators,
      body,
      readsPartial: partial.read,
    },
    iterators.length,
  );
};

export const readQuantified = (reading: Reading): Node => {
  const { cursor, levels } = reading;
  const from = cursor.position;
  const kind = cursor.takeWord('some') ? 'some' : 'every';
  if (kind === 'every') cursor.takeWord('every');
  const iterators = readIterators(reading, kind);
  cursor.expectWord('satisfies', `after the iterators of "${kind}"`);
  const condition = reading.expression();
  levels.pop(iterators.length);
  return reading.node<'some' | 'every'>(
    from,
    BOOLEAN,
    childrenOf(iterators, condition),
    {
      kind,
      iterators,
      condition,
    },
    iterators.length,
  );
};

/** Each is pushed as a level, so that the later ones and the body read it. */
const readIterators = (reading: Reading, of: string): Iterator[] => {
  const { cursor, levels } = reading;
  const iterators: Iterator[] = [];
  do {
    const name = readNewName(cursor, 'in');
    if (name === '') return cursor.fail(`"${of}" needs a name and the word "in"`);
    cursor.expectWord('in', `after the name "${name}"`);
    const domain = reading.expression();
    const to = cursor.take('..') ? reading.expression() : undefined;
    iterators.push({ name, domain, to });
    levels.push(
      name,
      to === undefined ? itemType(domain.type) : domain.type.kind === 'number' ? NUMBER : domain.type,
    );
  } while (cursor.take(','));
  return iterators;
};

const childrenOf = (iterators: readonly Iterator[], body: Node): (Node | undefined)[] => [
  ...iterators.flatMap(({ domain, to }) => [domain, to]),
  body,
];
