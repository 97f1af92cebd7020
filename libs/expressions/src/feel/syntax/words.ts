import type { Cursor } from './cursor.js';

/** Words that never continue a name which nobody declared: they join expressions. */
const JOINING: ReadonlySet<string> = new Set([
  'and',
  'or',
  'in',
  'between',
  'then',
  'else',
  'return',
  'satisfies',
  'instance',
]);

export const isJoining = (word: string): boolean => JOINING.has(word);

/**
 * A name that nobody declared: words as long as they follow one another, since two of them side by side mean nothing
 * else. Empty where no name begins.
 */
export const readWords = (cursor: Cursor): string => {
  const words: string[] = [];
  for (;;) {
    const end = cursor.position;
    const word = cursor.word();
    if (word === '' || JOINING.has(word) || (words.length === 0 && /^\d/.test(word))) {
      cursor.position = end;
      return words.join(' ');
    }
    words.push(word);
    cursor.position += word.length;
  }
};

/** Signs that a name may have inside (DMN 1.3 grammar rule 30). */
const INSIDE = "./-'+*";

/**
 * A name that is declared here: a key, a parameter, an iterator. White space between words counts as one space, around
 * the signs that a name may have as none (DMN 1.3 §10.3.1.5): `net - gross` and `net-gross` are one name. Empty where
 * no name begins.
 */
export const readNewName = (cursor: Cursor, endsAt?: string): string => {
  let name = '';
  let afterWord = false;
  for (;;) {
    const end = cursor.position;
    const word = cursor.word();
    const sign = word === '' ? cursor.text[cursor.position] : undefined;
    if ((word !== '' && word === endsAt && name !== '') || (word === '' && !isInside(sign, name))) {
      cursor.position = end;
      return name;
    }
    name += word === '' ? sign : afterWord ? ` ${word}` : word;
    afterWord = word !== '';
    cursor.position += word === '' ? 1 : word.length;
  }
};

const isInside = (sign: string | undefined, name: string): boolean =>
  sign !== undefined && name !== '' && INSIDE.includes(sign);
