import { contextOf, type FeelType } from '../types/feel-type.js';
import { readString } from './literals.js';
import type { Reading } from './reading.js';
import type { Node } from './tree.js';
import { readNewName } from './words.js';

/** `{a: 1, b: a + 1}`: later entries read earlier ones. */
export const readContext = (reading: Reading): Node => {
  const { cursor, levels } = reading;
  const from = cursor.position;
  cursor.take('{');
  const entries: { key: string; value: Node }[] = [];
  const types = new Map<string, FeelType>();
  if (!cursor.take('}')) {
    do {
      const key = readKey(reading);
      if (types.has(key))
        reading.report('DUPLICATE_KEY', `The key "${key}" stands twice.`, cursor.since(from));
      cursor.expect(':', `after the key "${key}"`);
      const value = reading.expression();
      entries.push({ key, value });
      types.set(key, value.type);
      levels.push(key, value.type);
    } while (cursor.take(','));
    cursor.expect('}', 'at the end of the context');
  }
  levels.pop(entries.length);
  const values = entries.map(({ value }) => value);
  return reading.node<'context'>(from, contextOf(types), values, { kind: 'context', entries });
};

const readKey = (reading: Reading): string => {
  if (reading.cursor.startsWith('"')) return readString(reading);
  const key = readNewName(reading.cursor);
  return key === '' ? reading.cursor.fail('The key of an entry is missing') : key;
};
