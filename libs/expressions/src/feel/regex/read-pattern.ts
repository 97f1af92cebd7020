import {
  MULTI_CHARACTER,
  anyOf,
  ignoringCase,
  not,
  propertyTest,
  singleEscape,
} from './character-classes.js';
import { type Pattern, type PatternFlags, PatternProblem } from './pattern-tree.js';
import type { CharacterTest } from './program.js';

const MAX_NESTING = 100;
const MAX_REPETITIONS = 10_000;

/** Reads regular expressions of XPath 2 and 3 (XML Schema part 2 appendix F; XQuery functions §5.6.1). */
export class PatternReader {
  groups = 0;
  refersBack = false;
  private position = 0;
  private nesting = 0;
  /** Groups that are closed: only they can be referred to. */
  private readonly closed = new Set<number>();
  private readonly signs: readonly string[];

  constructor(
    text: string,
    private readonly flags: PatternFlags,
  ) {
    this.signs = Array.from(text);
  }

  read(): Pattern {
    if (this.flags.literal) {
      return { kind: 'sequence', parts: this.signs.map((sign) => this.character(sign.codePointAt(0) ?? 0)) };
    }
    const pattern = this.choice();
    if (this.next() !== undefined) this.fail('A ")" has no "("');
    return pattern;
  }

  private choice(): Pattern {
    this.nesting += 1;
    if (this.nesting > MAX_NESTING) this.fail('Groups are nested too deeply');
    const parts = [this.sequence()];
    while (this.take('|')) parts.push(this.sequence());
    this.nesting -= 1;
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  private sequence(): Pattern {
    const parts: Pattern[] = [];
    for (let sign = this.next(); sign !== undefined && sign !== '|' && sign !== ')'; sign = this.next()) {
      parts.push(this.repeated(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  private repeated(inner: Pattern): Pattern {
    const bounds = this.bounds();
    if (bounds === undefined) return inner;
    if (inner.kind === 'start' || inner.kind === 'end') this.fail('An anchor cannot be repeated');
    const greedy = !this.take('?');
    if (['*', '+', '?', '{'].includes(this.next() ?? '')) this.fail('A repetition cannot be repeated');
    return { kind: 'repetition', inner, least: bounds[0], most: bounds[1], greedy };
  }

  private bounds(): readonly [number, number] | undefined {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    if (!this.take('{')) return undefined;
    const least = this.count();
    if (least === undefined) this.fail('"{" needs a number');
    const most = this.take(',') ? (this.count() ?? Infinity) : least;
    if (!this.take('}')) this.fail('"}" is missing');
    if (most < least || least > MAX_REPETITIONS || (most !== Infinity && most > MAX_REPETITIONS)) {
      this.fail(`{${least},${most}} is no repetition`);
    }
    return [least, most];
  }

  private count(): number | undefined {
    let digits = '';
    for (let sign = this.next(); sign !== undefined && /^[0-9]$/.test(sign); sign = this.next()) {
      digits += sign;
      this.position += 1;
    }
    return digits === '' ? undefined : Number(digits);
  }

  private atom(): Pattern {
    const sign = this.signs[this.position] ?? '';
    this.position += 1;
    switch (sign) {
      case '(':
        return this.group();
      case '[':
        return { kind: 'character', test: this.characterClass() };
      case '.':
        return {
          kind: 'character',
          test: this.flags.dotAll ? () => true : (point) => point !== 0x0a && point !== 0x0d,
        };
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        return this.fail(`"${sign}" stands where it means nothing`);
      default:
        return this.character(sign.codePointAt(0) ?? 0);
    }
  }

  private group(): Pattern {
    if (this.take('?')) {
      if (!this.take(':')) this.fail('Only "(?:" may follow "("');
      const inner = this.choice();
      this.close();
      return inner;
    }
    this.groups += 1;
    const index = this.groups;
    const inner = this.choice();
    this.close();
    this.closed.add(index);
    return { kind: 'group', index, inner };
  }

  private close(): void {
    if (!this.take(')')) this.fail('")" is missing');
  }

  private escape(): Pattern {
    const letter = this.signs[this.position] ?? '';
    if (/^[1-9]$/.test(letter)) return this.reference();
    const test = this.escaped();
    return typeof test === 'number' ? this.character(test) : { kind: 'character', test };
  }

  private reference(): Pattern {
    let group = Number(this.signs[this.position]);
    this.position += 1;
    // More digits belong to it as long as there is such a group.
    for (let digit = this.signs[this.position]; digit !== undefined && /^[0-9]$/.test(digit);) {
      if (group * 10 + Number(digit) > this.groups) break;
      group = group * 10 + Number(digit);
      this.position += 1;
      digit = this.signs[this.position];
    }
    if (!this.closed.has(group)) this.fail(`There is no group ${group} before its reference`);
    this.refersBack = true;
    return { kind: 'reference', group };
  }

  /** What follows a backslash: one character, or a class of them. */
  private escaped(): number | CharacterTest {
    const letter = this.signs[this.position] ?? '';
    this.position += 1;
    if (letter === 'p' || letter === 'P') {
      const test = propertyTest(this.braced());
      return letter === 'p' ? test : not(test);
    }
    return MULTI_CHARACTER.get(letter) ?? singleEscape(letter) ?? this.fail(`"\\${letter}" means nothing`);
  }

  private braced(): string {
    const end = this.signs.indexOf('}', this.position);
    if (this.signs[this.position] !== '{' || end === -1) this.fail('"\\p" needs a name in braces');
    const name = this.signs.slice(this.position + 1, end).join('');
    this.position = end + 1;
    return name;
  }

  /** After `[`, through its `]`; `-[…]` at the end takes characters away. */
  private characterClass(): CharacterTest {
    this.nesting += 1;
    if (this.nesting > MAX_NESTING) this.fail('Classes are nested too deeply');
    const negated = this.signs[this.position] === '^';
    if (negated) this.position += 1;
    const tests: CharacterTest[] = [];
    let without: CharacterTest | undefined;
    while (this.signs[this.position] !== ']') {
      if (this.signs[this.position] === '-' && this.signs[this.position + 1] === '[' && tests.length > 0) {
        this.position += 2;
        without = this.characterClass();
        if (this.signs[this.position] !== ']') this.fail('"]" is missing after the class that is taken away');
        break;
      }
      tests.push(this.classPart());
    }
    if (tests.length === 0) this.fail('A class of characters is empty');
    this.position += 1;
    this.nesting -= 1;
    const all = anyOf(tests);
    const test = negated ? not(all) : all;
    const excluded = without;
    return excluded === undefined ? test : (point) => test(point) && !excluded(point);
  }

  private classPart(): CharacterTest {
    const first = this.classCharacter();
    if (typeof first !== 'number') return first;
    const dash = this.signs[this.position] === '-' ? this.signs[this.position + 1] : undefined;
    if (dash === undefined || dash === ']' || dash === '[') return this.folded((point) => point === first);
    this.position += 1;
    const last = this.classCharacter();
    if (typeof last !== 'number' || last < first) this.fail('A range of characters has no order');
    return this.folded((point) => point >= first && point <= last);
  }

  private classCharacter(): number | CharacterTest {
    const sign = this.signs[this.position];
    if (sign === undefined) this.fail('"]" is missing');
    this.position += 1;
    if (sign === '\\') return this.escaped();
    if (sign === '[') this.fail('"[" stands inside of a class of characters');
    return sign.codePointAt(0) ?? 0;
  }

  private character(point: number): Pattern {
    return { kind: 'character', test: this.folded((other) => other === point) };
  }

  private folded(test: CharacterTest): CharacterTest {
    return this.flags.ignoringCase ? ignoringCase(test) : test;
  }

  private next(): string | undefined {
    if (this.flags.spaced) while (/^[ \t\n\r]$/.test(this.signs[this.position] ?? '')) this.position += 1;
    return this.signs[this.position];
  }

  private take(sign: string): boolean {
    if (this.next() !== sign) return false;
    this.position += 1;
    return true;
  }

  private fail(sentence: string): never {
    throw new PatternProblem(`${sentence} (character ${this.position + 1} of the pattern).`);
  }
}
