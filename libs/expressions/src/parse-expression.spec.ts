import { EXPRESSION_LIMITS } from './expression-limits.js';
import { parseExpression } from './parse-expression.js';

const codeOf = (text: string): string | undefined => {
  const result = parseExpression(text);
  return result.ok ? undefined : result.error.code;
};

describe('reading an expression', () => {
  it('names what it reads, without paths and functions that it calls on', () => {
    const result = parseExpression('=step_5.outcome = "complete" and count(noticedItems) > 0');
    expect(result).toEqual({
      ok: true,
      value: {
        text: 'step_5.outcome = "complete" and count(noticedItems) > 0',
        names: ['step_5', 'count', 'noticedItems'],
      },
    });
  });

  it.each([
    'a in [1..3]',
    'a in ([1..3], 7)',
    'a between 1 and 3',
    'get value(milestones, "filing.submitted")',
    'form.matches',
    '{matches: form.matches, now: now}',
    '{items: items, more: [{clause: form.clause}]}',
    '[{a: x}, {b: a}]',
    'for x in items return x.code',
    'for day off in days return day off',
    'some x in items satisfies x in [1..3]',
    'for x in ["a..b"] return x',
    'for x in a return for y in x return y',
    'items[code = "x"][1]',
    'partial',
    'a in [b..c]',
    'a < b',
    'date and time(now) + duration("P5D")',
    '机构名称 = "向日葵"',
  ])('takes %s', (text) => expect(codeOf(text)).toBeUndefined());

  it.each(['', '  ', '='])('refuses %j as empty', (text) => expect(codeOf(text)).toBe('EXPRESSIONS.EMPTY'));

  it.each(['1 +', 'a."b"', '(a', 'if a then 1', '5 % 2', 'a..b', '[1,2][1..2]'])(
    'refuses %s, which cannot be read',
    (text) => expect(codeOf(text)).toBe('EXPRESSIONS.SYNTAX'),
  );

  it.each([
    ['a = 1 and foo(b)', 10],
    ['if a then 1 else foo(b)', 17],
    ['a(b)', 0],
  ])('refuses a function that does not exist and says where: %s', (text, position) => {
    expect(parseExpression(text)).toMatchObject({
      error: { kind: 'invalid', code: 'EXPRESSIONS.UNKNOWN_FUNCTION', details: { position } },
    });
  });
});

describe('the bounds of an expression', () => {
  it.each([
    'matches(a, "(x+)+y")',
    'replace (a, "x", "y")',
    'matches /* between */ (a, "x")',
    'split(a, ",")',
    'now()',
    'today()',
    'a = 1 and matches(a, "x")',
  ])('refuse the function in %s', (text) => expect(codeOf(text)).toBe('EXPRESSIONS.FUNCTION_REFUSED'));

  it.each([
    'for f in [matches] return f("aaa", "(a+)+b")',
    '{f: matches, r: f("aaa", "a+")}.r',
    '(matches)("aaa", "a+")',
    'today',
    'count = 0',
  ])('refuse a function that is no call: %s', (text) =>
    expect(codeOf(text)).toBe('EXPRESSIONS.FUNCTION_AS_VALUE'),
  );

  it.each([
    'for x in 1..100000000 return x',
    'for x in [1..100000000] return x',
    'some x in [1..100000000] satisfies x < 0',
    'every x in 1..100000000 satisfies x > 0',
    'for x in flatten([1..100000000]) return x',
    '{r: [1..100000000], s: 1}',
    '[1..100000000]',
  ])('refuse the range in %s', (text) => expect(codeOf(text)).toBe('EXPRESSIONS.RANGE_ITERATION'));

  it.each([
    'for x in a return for y in b return for z in c return 1',
    'for x in a, y in b, z in c return 1',
    'some x in a, y in b satisfies c[item = x] = y',
    'a[b[c[1] = 1] = 1]',
  ])('refuse iterations three deep: %s', (text) => expect(codeOf(text)).toBe('EXPRESSIONS.NESTED_TOO_DEEP'));

  it('count iterations beside one another apart', () => {
    expect(codeOf('count(a[b[1] = 1]) + count(c[d[1] = 1])')).toBeUndefined();
  });

  it.each([
    '{a: [1, 2], b: concatenate(a, a), c: concatenate(b, b)}',
    '{a: "x", b: {c: a + a}}',
    '{"a": "x", b: a + a}',
    '{long name: "x", b: long  name + "y"}',
  ])('refuse values that double: %s', (text) => expect(codeOf(text)).toBe('EXPRESSIONS.ENTRY_READS_ENTRY'));

  it('refuse an iteration that reads its own result', () => {
    expect(codeOf('for x in a return concatenate(partial, partial)')).toBe('EXPRESSIONS.PARTIAL_RESULT');
  });

  it('refuse functions of their own', () => {
    expect(codeOf('function(x) x + 1')).toBe('EXPRESSIONS.FUNCTION_DEFINITION');
  });

  it('refuse what is too long or too large', () => {
    expect(codeOf(`"${'x'.repeat(EXPRESSION_LIMITS.length)}"`)).toBe('EXPRESSIONS.TOO_LONG');
    expect(codeOf(`[${Array.from({ length: EXPRESSION_LIMITS.nodes }, () => '1').join(',')}]`)).toBe(
      'EXPRESSIONS.TOO_LARGE',
    );
  });
});
