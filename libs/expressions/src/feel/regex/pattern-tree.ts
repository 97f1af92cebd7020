import type { CharacterTest } from './program.js';

/** A regular expression, read. */
export type Pattern =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'group'; readonly index: number; readonly inner: Pattern }
  | {
      readonly kind: 'repetition';
      readonly inner: Pattern;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'reference'; readonly group: number };

export interface PatternFlags {
  /** s: the point matches line ends too. */
  readonly dotAll: boolean;
  /** m: `^` and `$` match at lines. */
  readonly lines: boolean;
  /** i */
  readonly ignoringCase: boolean;
  /** x: white space in the pattern means nothing. */
  readonly spaced: boolean;
  /** q: the pattern is a plain text. */
  readonly literal: boolean;
}

/** A pattern that is none; only the compiler of patterns sees it. */
export class PatternProblem extends Error {}
