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
    const word = cursor.word();
    if (word === '' || JOINING.has(word) || (words.length === 0 && /^\d/.test(word))) return words.join(' ');
    words.push(word);
    cursor.position += word.length;
  }
};

/** A name up to a sign that ends it, as it stands: keys, parameters. White space inside counts as one space. */
export const tidyName = (text: string): string =>
  text
    .replace(/\/\*[^]*?\*\//g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
