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

/**
 * A name up to a sign that ends it: keys, parameters. White space between words counts as one space, around the signs
 * that a name may have as none (DMN 1.3 §10.3.1.5): `net - gross` and `net-gross` are one name.
 */
export const tidyName = (text: string): string =>
  text
    .replace(/\/\*[^]*?\*\//g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([./\-'+*]) ?/g, '$1');
