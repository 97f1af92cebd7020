import { type KnownName, knownName } from '../names.js';
import {
  ANY,
  type FeelType,
  builtInType,
  builtInTypeNames,
  contextOf,
  functionOf,
  listOf,
  rangeOf,
} from '../types/feel-type.js';
import { longestOf } from './levels.js';
import type { Reading } from './reading.js';
import { readWords } from './words.js';

const BUILT_IN: readonly KnownName[] = builtInTypeNames.map((name) => knownName(name, ANY));

/** A type as `instance of` and parameters write it (DMN 1.3 grammar rule 52); undefined where nothing has that name. */
export const readType = (reading: Reading): FeelType | undefined => {
  const { cursor } = reading;
  const word = cursor.word();
  if (cursor.text[cursor.after(cursor.position + word.length)] === '<') {
    switch (word) {
      case 'list':
        return inBrackets(reading, word, () => listOf(readType(reading) ?? ANY));
      case 'range':
        return inBrackets(reading, word, () => rangeOf(readType(reading) ?? ANY));
      case 'context':
        return inBrackets(reading, word, () => contextOf(readEntries(reading)));
      case 'function':
        return readFunctionType(reading);
      default:
    }
  }
  return readNamedType(reading);
};

const inBrackets = (reading: Reading, word: string, inside: () => FeelType): FeelType => {
  const { cursor } = reading;
  cursor.takeWord(word);
  cursor.expect('<', `after "${word}"`);
  const type = reading.nested(inside);
  cursor.expect('>', `at the end of the type "${word}"`);
  return type;
};

const readEntries = (reading: Reading): [string, FeelType][] => {
  const { cursor } = reading;
  const entries: [string, FeelType][] = [];
  do {
    const name = readWords(cursor);
    if (name === '') cursor.fail('A type of a context needs the names of its entries');
    cursor.expect(':', `after the entry "${name}"`);
    entries.push([name, readType(reading) ?? ANY]);
  } while (cursor.take(','));
  return entries;
};

const readFunctionType = (reading: Reading): FeelType => {
  const { cursor } = reading;
  cursor.takeWord('function');
  cursor.expect('<', 'after "function"');
  const parameters: FeelType[] = [];
  if (!cursor.take('>')) {
    do parameters.push(reading.nested(readType) ?? ANY);
    while (cursor.take(','));
    cursor.expect('>', 'after the parameters of the function');
  }
  cursor.expect('->', 'before the type that the function answers');
  return functionOf(parameters, reading.nested(readType) ?? ANY);
};

const readNamedType = (reading: Reading): FeelType | undefined => {
  const { cursor } = reading;
  cursor.skip();
  const from = cursor.position;
  const declared = reading.scope.typeNames().map((name) => knownName(name, ANY));
  const found = longestOf([...BUILT_IN, ...declared], cursor, from);
  if (found) {
    cursor.position = found.end;
    return reading.scope.typeNamed(found.known.name) ?? builtInType(found.known.name);
  }
  const name = readWords(cursor);
  if (name === '') cursor.fail('The name of a type is missing');
  reading.report('UNKNOWN_TYPE', `There is no type "${name}".`, cursor.since(from));
  return undefined;
};
