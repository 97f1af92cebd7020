import { EXPRESSION_LIMITS } from './expression-limits.js';
import { parseExpression } from './parse-expression.js';

const codeOf = (text: string): string | undefined => {
  const result = parseExpression(text);
  return result.ok ? undefined : result.error.code;
};

describe('reading an expression', () => {
  it('names the variables it reads, without paths and functions that it calls on', () => {
    const result = parseExpression('=step_5.outcome = "complete" and count(noticedItems) > 0');
    expect(result).toMatchObject({
      ok: true,
      value: {
        text: 'step_5.outcome = "complete" and count(noticedItems) > 0',
        names: ['step_5', 'noticedItems'],
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
    'for x in 1..10, y in a return x * y',
    'matches(a, "^[a-z]+$")',
    'function(x) x + 1',
    '{a: 1, b: a + 1}',
    'now() > date and time(a)',
    'count = 0',
    'items[code = "x"][1]',
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

describe('what can never work is refused when it is read', () => {
  it.each([
    ['"a" + 1', 'TYPES', 0],
    ['count = 0 or 1 = "1"', 'TYPES', 13],
    ['substring(a)', 'ARGUMENTS', 0],
    ['count(a, b)', 'ARGUMENTS', 0],
    ['date(day: 1)', 'ARGUMENTS', 0],
    ['"x".length', 'UNKNOWN_ENTRY', 4],
    ['a = @"2026-02-30"', 'TEMPORAL', 4],
    ['a instance of tPerson', 'UNKNOWN_TYPE', 14],
    ['{a: 1}.b', 'UNKNOWN_ENTRY', 7],
    ['function(x) external {java: {class: "X", method signature: "y()"}}', 'EXTERNAL_FUNCTION', 0],
  ])('%s is %s at %i', (text, code, position) =>
    expect(parseExpression(text)).toMatchObject({
      error: { code: `EXPRESSIONS.${code}`, details: { position } },
    }),
  );

  it('says what is missing and shows where', () => {
    expect(parseExpression('if a > 1 then b')).toMatchObject({
      error: {
        code: 'EXPRESSIONS.SYNTAX',
        message: 'The word "else" is missing after "if … then …" at the end.',
        details: { position: 15 },
      },
    });
    expect(parseExpression('count(items and a = 2')).toMatchObject({
      error: { message: '")" is missing after the arguments at the end.' },
    });
    expect(parseExpression('a = 1 b = 2')).toMatchObject({
      error: { message: 'The expression ends too early: an operator may be missing, here: b = 2' },
    });
  });
});

describe('the size of an expression', () => {
  it('has an end in length and in depth', () => {
    expect(codeOf(`"${'x'.repeat(EXPRESSION_LIMITS.length)}"`)).toBe('EXPRESSIONS.TOO_LONG');
    expect(codeOf(`${'('.repeat(1_000)}1${')'.repeat(1_000)}`)).toBe('EXPRESSIONS.TOO_DEEP');
    expect(codeOf(`1${'+1'.repeat(1_000)}`)).toBe('EXPRESSIONS.TOO_DEEP');
    expect(codeOf(`${'-'.repeat(1_000)}1`)).toBe('EXPRESSIONS.TOO_DEEP');
    expect(codeOf(`a${'[1]'.repeat(1_000)}`)).toBe('EXPRESSIONS.TOO_DEEP');
    expect(codeOf(`a instance of ${'list<'.repeat(500)}`)).toBe('EXPRESSIONS.TOO_DEEP');
  });

  it('may be as wide as its length allows', () => {
    expect(codeOf(`[${Array.from({ length: 1_900 }, () => '1').join(',')}]`)).toBeUndefined();
  });
});
