import type { CharacterTest } from './program.js';
import { PatternProblem } from './pattern-tree.js';

const byPattern =
  (pattern: RegExp): CharacterTest =>
  (point) =>
    pattern.test(String.fromCodePoint(point));

export const not =
  (test: CharacterTest): CharacterTest =>
  (point) =>
    !test(point);

/** Looks at a character's other forms too. */
export const ignoringCase =
  (test: CharacterTest): CharacterTest =>
  (point) => {
    if (test(point)) return true;
    const sign = String.fromCodePoint(point);
    return [sign.toLowerCase(), sign.toUpperCase()].some((form) => {
      const other = form.codePointAt(0) ?? point;
      // `ß` becomes two letters: they are no form of the one.
      return form.length === String.fromCodePoint(other).length && test(other);
    });
  };

export const anyOf = (tests: readonly CharacterTest[]): CharacterTest => {
  const [only] = tests;
  return only !== undefined && tests.length === 1 ? only : (point) => tests.some((test) => test(point));
};

const space: CharacterTest = (point) => point === 0x20 || point === 0x09 || point === 0x0a || point === 0x0d;
const digit = byPattern(/\p{Nd}/u);
const word = byPattern(/[^\p{P}\p{Z}\p{C}]/u);
const within =
  (ranges: readonly (readonly [number, number])[]): CharacterTest =>
  (point) =>
    ranges.some(([first, last]) => point >= first && point <= last);

/** Characters that begin, and that make up, names of XML (XML 1.0, productions 4 and 4a). */
const nameStart = within([
  [0x3a, 0x3a],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
]);
const nameCharacter = anyOf([
  nameStart,
  within([
    [0x2d, 0x2e],
    [0x30, 0x39],
    [0xb7, 0xb7],
    [0x300, 0x36f],
    [0x203f, 0x2040],
  ]),
]);

/** `\d`, `\W` and the like (XML Schema part 2, appendix F); undefined for another letter. */
export const MULTI_CHARACTER: ReadonlyMap<string, CharacterTest> = new Map([
  ['s', space],
  ['S', not(space)],
  ['d', digit],
  ['D', not(digit)],
  ['w', word],
  ['W', not(word)],
  ['i', nameStart],
  ['I', not(nameStart)],
  ['c', nameCharacter],
  ['C', not(nameCharacter)],
]);

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ...Array.from('\\|.?*+(){}-[]^$', (sign) => [sign, sign] as const),
]);

/** The character that an escape stands for. */
export const singleEscape = (letter: string): number | undefined => SINGLE.get(letter)?.codePointAt(0);

/** `\p{Lu}` or `\p{IsGreek}`: a category of Unicode, or a block of it. */
export const propertyTest = (name: string): CharacterTest => {
  if (/^[LMNPZSC][a-z]?$/.test(name)) {
    try {
      return byPattern(new RegExp(`\\p{${name}}`, 'u'));
    } catch {
      throw new PatternProblem(`There is no category "${name}" of characters.`);
    }
  }
  const block = name.startsWith('Is') ? BLOCKS.get(name.slice(2).replaceAll('-', '')) : undefined;
  if (block === undefined) throw new PatternProblem(`There is no group "${name}" of characters.`);
  return within([block]);
};

/** The blocks that XML Schema names and texts of our users are made of; others are refused, never guessed. */
const BLOCKS: ReadonlyMap<string, readonly [number, number]> = new Map<string, readonly [number, number]>([
  ['BasicLatin', [0x0000, 0x007f]],
  ['Latin1Supplement', [0x0080, 0x00ff]],
  ['LatinExtendedA', [0x0100, 0x017f]],
  ['LatinExtendedB', [0x0180, 0x024f]],
  ['IPAExtensions', [0x0250, 0x02af]],
  ['SpacingModifierLetters', [0x02b0, 0x02ff]],
  ['CombiningDiacriticalMarks', [0x0300, 0x036f]],
  ['Greek', [0x0370, 0x03ff]],
  ['GreekandCoptic', [0x0370, 0x03ff]],
  ['Cyrillic', [0x0400, 0x04ff]],
  ['Armenian', [0x0530, 0x058f]],
  ['Hebrew', [0x0590, 0x05ff]],
  ['Arabic', [0x0600, 0x06ff]],
  ['Syriac', [0x0700, 0x074f]],
  ['Thaana', [0x0780, 0x07bf]],
  ['Devanagari', [0x0900, 0x097f]],
  ['Bengali', [0x0980, 0x09ff]],
  ['Gurmukhi', [0x0a00, 0x0a7f]],
  ['Gujarati', [0x0a80, 0x0aff]],
  ['Tamil', [0x0b80, 0x0bff]],
  ['Thai', [0x0e00, 0x0e7f]],
  ['Lao', [0x0e80, 0x0eff]],
  ['Tibetan', [0x0f00, 0x0fff]],
  ['Georgian', [0x10a0, 0x10ff]],
  ['HangulJamo', [0x1100, 0x11ff]],
  ['Mongolian', [0x1800, 0x18af]],
  ['LatinExtendedAdditional', [0x1e00, 0x1eff]],
  ['GreekExtended', [0x1f00, 0x1fff]],
  ['GeneralPunctuation', [0x2000, 0x206f]],
  ['SuperscriptsandSubscripts', [0x2070, 0x209f]],
  ['CurrencySymbols', [0x20a0, 0x20cf]],
  ['LetterlikeSymbols', [0x2100, 0x214f]],
  ['NumberForms', [0x2150, 0x218f]],
  ['Arrows', [0x2190, 0x21ff]],
  ['MathematicalOperators', [0x2200, 0x22ff]],
  ['BoxDrawing', [0x2500, 0x257f]],
  ['BlockElements', [0x2580, 0x259f]],
  ['GeometricShapes', [0x25a0, 0x25ff]],
  ['MiscellaneousSymbols', [0x2600, 0x26ff]],
  ['Dingbats', [0x2700, 0x27bf]],
  ['CJKRadicalsSupplement', [0x2e80, 0x2eff]],
  ['KangxiRadicals', [0x2f00, 0x2fdf]],
  ['CJKSymbolsandPunctuation', [0x3000, 0x303f]],
  ['Hiragana', [0x3040, 0x309f]],
  ['Katakana', [0x30a0, 0x30ff]],
  ['Bopomofo', [0x3100, 0x312f]],
  ['EnclosedCJKLettersandMonths', [0x3200, 0x32ff]],
  ['CJKCompatibility', [0x3300, 0x33ff]],
  ['CJKUnifiedIdeographsExtensionA', [0x3400, 0x4dbf]],
  ['CJKUnifiedIdeographs', [0x4e00, 0x9fff]],
  ['HangulSyllables', [0xac00, 0xd7a3]],
  ['PrivateUse', [0xe000, 0xf8ff]],
  ['CJKCompatibilityIdeographs', [0xf900, 0xfaff]],
  ['CJKCompatibilityForms', [0xfe30, 0xfe4f]],
  ['HalfwidthandFullwidthForms', [0xff00, 0xffef]],
]);
