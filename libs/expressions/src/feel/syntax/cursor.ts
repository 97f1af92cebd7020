import type { FeelProblem, Place } from '../problem.js';

/** Characters that a problem shows of the text. */
const SHOWN = 24;

/** Ends the reading; only {@link Cursor.fail} throws it, and only the entrance of the parser catches it. */
export class SyntaxProblem extends Error {
  constructor(readonly problem: FeelProblem) {
    super(problem.message);
  }
}

/** White space of FEEL (DMN 1.3 grammar rules 61 and 62), and comments, which stand wherever it may. */
const SPACE =
  /(?:[\s\u0085\u00A0\u1680\u180E\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF]+|\/\/[^\n\r]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)/y;
const SLASH = 0x2f;
/** A part of a name: letters, digits and pictures of any script. */
const WORD = /[\p{L}\p{N}\p{M}\p{So}\p{Sk}\p{Cn}\p{Co}\p{Pc}?\u200C\u200D]+/uy;

/** A place in a text that moves forward, and the words it meets there. */
export class Cursor {
  position = 0;

  constructor(readonly text: string) {}

  /** Past white space and comments. */
  skip(): void {
    this.position = this.after(this.position);
  }

  /** The first place at or after another that is neither white space nor comment. */
  after(position: number): number {
    let at = position;
    for (;;) {
      const unit = this.text.charCodeAt(at);
      if (unit > 0x20 && unit < 0x7f && unit !== SLASH) return at;
      SPACE.lastIndex = at;
      if (!SPACE.test(this.text)) return at;
      at = SPACE.lastIndex;
    }
  }

  get atEnd(): boolean {
    this.skip();
    return this.position >= this.text.length;
  }

  /** The word that begins exactly at a place; empty where none does. */
  wordAt(position: number): string {
    WORD.lastIndex = position;
    return WORD.exec(this.text)?.[0] ?? '';
  }

  /** The next word, without moving on. */
  word(): string {
    this.skip();
    return this.wordAt(this.position);
  }

  startsWith(sign: string): boolean {
    this.skip();
    return this.text.startsWith(sign, this.position);
  }

  /** Moves past a sign if it is next. */
  take(sign: string): boolean {
    if (!this.startsWith(sign)) return false;
    this.position += sign.length;
    return true;
  }

  /** Moves past a whole word if it is next. */
  takeWord(word: string): boolean {
    // Most words are not the one that is asked for: a look at the text spares the pattern.
    if (!this.startsWith(word) || this.wordAt(this.position) !== word) return false;
    this.position += word.length;
    return true;
  }

  match(pattern: RegExp): string | undefined {
    this.skip();
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  expect(sign: string, why: string): void {
    if (!this.take(sign)) this.fail(`"${sign}" is missing ${why}`);
  }

  expectWord(word: string, why: string): void {
    if (!this.takeWord(word)) this.fail(`The word "${word}" is missing ${why}`);
  }

  since(from: number): Place {
    return { from, to: this.position };
  }

  /** A sentence about what is next: it tells what stands there, so that a person finds it. */
  fail(sentence: string, code = 'EXPRESSIONS.SYNTAX'): never {
    this.skip();
    const from = this.position;
    const rest = this.text.slice(from, from + SHOWN);
    const message = rest === '' ? `${sentence} at the end.` : `${sentence}, here: ${rest}`;
    throw new SyntaxProblem({
      code,
      message,
      place: { from, to: Math.min(this.text.length, from + (this.wordAt(from).length || 1)) },
    });
  }
}
