import * as fc from 'fast-check';
import { valueOf } from '../specimens/value-of.js';

describe('regular expressions of XPath', () => {
  it.each([
    ['matches("abracadabra", "bra")', 'true'],
    ['matches("abracadabra", "^a.*a$")', 'true'],
    ['matches("abracadabra", "^bra")', 'false'],
    ['matches("", "")', 'true'],
    ['matches("a\\nb", "a.b")', 'false'],
    ['matches("a\\nb", "a.b", "s")', 'true'],
    ['matches("a\\nb", "^b$", "m")', 'true'],
    ['matches("hello world", "hello\\ sworld", "x")', 'null'],
    ['matches("hello", "h e l l o", "x")', 'true'],
    ['matches("ABC", "abc", "i")', 'true'],
    ['matches("A", "[^a]", "i")', 'false'],
    ['matches("a.b", "a.b", "q")', 'true'],
    ['matches("axb", "a.b", "q")', 'false'],
    ['matches("x", "x", null)', 'true'],
    ['matches("浙江", "^\\p{IsCJKUnifiedIdeographs}+$")', 'true'],
    ['matches("٣", "^\\d$")', 'true'],
    ['matches("Ab1", "^\\p{Lu}\\p{Ll}\\P{L}$")', 'true'],
    ['matches("b", "^[a-z-[aeiou]]$")', 'true'],
    ['matches("e", "^[a-z-[aeiou]]$")', 'false'],
    ['matches("a:b-1", "^\\i\\c*$")', 'true'],
    ['matches("1a", "^\\i\\c*$")', 'false'],
    ['matches("abab", "^(ab)\\1$")', 'true'],
    ['matches("aXbX", "^a(.)b\\1$")', 'true'],
    ['matches("aXbY", "^a(.)b\\1$")', 'false'],
    ['matches("🐎", "^.$")', 'true'],
    ['matches("aaa", "^a{2,3}$")', 'true'],
    ['matches("aaaa", "^a{2,3}$")', 'false'],
    ['matches("ac", "^(?:a|b)c$")', 'true'],
    ['replace("abracadabra", "a(.)", "a$1$1")', '"abbraccaddabbra"'],
    ['replace("abcd", "(ab)|(c)", "[$1$2]")', '"[ab][c]d"'],
    ['replace("a1b22", "\\d+", "#")', '"a#b#"'],
    ['replace("AAAA", "A+?", "b")', '"bbbb"'],
    ['replace("abc", "b", "\\\\$")', '"a$c"'],
    ['replace("abc", "b", "$0$0")', '"abbc"'],
    ['replace("a.c", ".", "-", "q")', '"a-c"'],
    ['split("a;b;;c", ";")', '["a", "b", "", "c"]'],
    ['split("John  Doe", "\\s+")', '["John", "Doe"]'],
    ['split("", ",")', '[""]'],
  ])('%s is %s', (text, expected) => expect(valueOf(text)).toBe(expected));

  it.each([
    'matches("a", "[a")',
    'matches("a", "a)")',
    'matches("a", "(a")',
    'matches("a", "a**")',
    'matches("a", "a{3,2}")',
    'matches("a", "\\\\y")',
    'matches("a", "(?=a)")',
    'matches("a", "[b-a]")',
    'matches("a", "\\\\2(a)")',
    'matches("a", "\\\\p{Foo}")',
    'matches("a", "a", "g")',
    'matches("a", "((a{100}){100}){100}")',
    'matches(null, "a")',
    'matches("a", null)',
    'matches("a")',
    'replace("abc", "x*", "-")',
    'replace("abc", "b", "$")',
    'replace("abc", "b", "\\\\n")',
    'replace("abc", "b", null)',
    'split("abc", "")',
    'split(null, ",")',
  ])('%s is null', (text) => expect(valueOf(text)).toBe('null'));

  it('are those of JavaScript where the two languages agree', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', 'c');
    const piece = fc
      .tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{1,2}', '*?'))
      .map((parts) => parts.join(''));
    const branch = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    // What a repetition of nothing leaves to the rest is where the languages differ.
    const solid = branch.filter((one) => !new RegExp(`^(?:${one})$`, 'u').test(''));
    const pattern = fc.oneof(
      branch,
      fc.tuple(solid, solid).map(([a, b]) => `(${a}|${b})+`),
      fc.tuple(solid, branch).map(([a, b]) => `(${a})*${b}`),
      branch.map((one) => `^(?:${one})$`),
    );
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(pattern, text, (source, input) => {
        const expression = new RegExp(source, 'u');
        expect(valueOf(`matches(t, p)`, { t: input, p: source })).toBe(String(expression.test(input)));
        if (expression.test('')) return;
        const replaced = input.replace(new RegExp(source, 'gu'), '<$&>');
        expect(valueOf('replace(t, p, "<$0>")', { t: input, p: source })).toBe(JSON.stringify(replaced));
      }),
      { numRuns: 1_000 },
    );
  });
});
