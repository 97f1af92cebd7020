import {
  ANY,
  NUMBER,
  NameScope,
  Run,
  STRING,
  compileExpression,
  compileUnaryTests,
  contextOf,
  fromJson,
  listOf,
  typeText,
} from './index.js';
import { valueOf } from './specimens/value-of.js';

describe('expressions', () => {
  it.each([
    ['if 1 < 2 then "a" else "b"', '"a"'],
    ['if null then 1 else 2', '2'],
    ['for x in [1, 2], y in [10, x] return x + y', '[11, 2, 12, 4]'],
    ['for i in 3..1 return i', '[3, 2, 1]'],
    ['for i in [1..3) return i', '[1, 2]'],
    ['for d in @"2026-02-28"..@"2026-03-01" return d.day', '[28, 1]'],
    ['for i in 0..4 return if i = 0 then 1 else i * partial[-1]', '[1, 1, 2, 6, 24]'],
    ['for i in null return i', 'null'],
    ['some x in [1, 2], y in [2, 3] satisfies x = y', 'true'],
    ['every x in [] satisfies false', 'true'],
    ['some x in [null, 1] satisfies x > 1', 'null'],
    ['every x in [1, null] satisfies x > 1', 'false'],
    ['[1, 2, 3][item >= 2]', '[2, 3]'],
    ['[{x: 1, y: 2}, {x: 2, y: 3}][x = 2].y', '[3]'],
    ['[{item: 1}, {item: 5}][item > 2]', '[{item: 5}]'],
    ['[1, 2, 3][-1]', '3'],
    ['[1, 2, 3][4]', 'null'],
    ['[1, 2][true]', '[1, 2]'],
    ['"a"[1]', '"a"'],
    ['{i: 2, r: [5, 6][i]}.r', '6'],
    ['{a: 1, b: a + 1, c: {d: b * 2}}.c.d', '4'],
    ['{a: 1, a: 2}', 'null'],
    ['{net - gross: 3, x: net-gross + 1}.x', '4'],
    ['{"a b": {c d: 7}}.a b.c d', '7'],
    ['[{b: 1}, {c: 2}].b', '[1, null]'],
    ['(function(a, b) a - b)(b: 1, a: 5)', '4'],
    ['{f: function(x: number) x * 2, r: f(4)}.r', '8'],
    ['(function(x: number) x)("a")', 'null'],
    ['(function(x: number) x)([7])', '7'],
    ['(function(x) x)(1, 2)', 'null'],
    ['{n: 10, f: function(x) x + n, r: {n: 1, s: f(5)}}.r.s', '15'],
    ['5 in (1, [4..6], > 9)', 'true'],
    ['5 in (5..9]', 'false'],
    ['5 in ]4..6[', 'true'],
    ['[1, 2] in [[1, 2], 3]', 'true'],
    ['null in [1..3]', 'null'],
    ['5 in (< 3, > 4)', 'true'],
    ['1 between 1 and 2 and true', 'true'],
    ['true or 1', 'true'],
    ['false or 1', 'null'],
    ['false and null', 'false'],
    ['null and true', 'null'],
    ['1 = "1"', 'null'],
    ['null != null', 'false'],
    ['[1, [2]] = [1, [2]]', 'true'],
    ['{a: 1, b: 2} = {b: 2, a: 1}', 'true'],
    ['(< 10) = (null..10)', 'true'],
    ['[1..10[.end included', 'false'],
    ['[1..3].start', '1'],
    ['[1..[3][1]].end', '3'],
    ['1 /* one */ + // more\n 1', '2'],
    ['"\\u4E2D\\U01F40E\\n"', '"中🐎\\n"'],
    ['"\\d"', '"\\\\d"'],
    ['{🐎: 1}.🐎', '1'],
  ])('%s is %s', (text, expected) => expect(valueOf(text)).toBe(expected));

  it.each([
    ['null instance of Any', 'false'],
    ['1 instance of number', 'true'],
    ['[1, 2] instance of list<number>', 'true'],
    ['[1, "a"] instance of list<number>', 'false'],
    ['{a: 1, b: "x"} instance of context<a: number>', 'true'],
    ['{a: 1} instance of context<a: string>', 'false'],
    ['{} instance of context<a: string>', 'false'],
    ['[1..2] instance of range<number>', 'true'],
    ['(function(a: number) a) instance of function<number> -> number', 'true'],
    ['(function(a: number) a) instance of function<string> -> number', 'false'],
    ['(function() 1) instance of function<> -> string', 'false'],
    ['@"P1Y" instance of years and months duration', 'true'],
    ['@"2026-01-01T00:00:00" instance of date and time and true', 'true'],
    ['@"2026-01-01" instance of date and time', 'false'],
  ])('%s is %s', (text, expected) => expect(valueOf(text)).toBe(expected));

  it('read data without declarations, names of any script and with spaces', () => {
    const data = { 机构: { '名 称': '向日葵' }, items: [{ code: 'x', n: 1.5 }] };
    expect(valueOf('机构.名 称', data)).toBe('"向日葵"');
    expect(valueOf('items[code = "x"].n + 0', data)).toBe('null');
    expect(valueOf('items[code = "x"][1].n * 2', data)).toBe('3');
    expect(valueOf('absent.a.b = null', data)).toBe('true');
  });
});

describe('names that are declared', () => {
  const scope = NameScope.of(
    [
      ['net - gross', NUMBER],
      ['net', NUMBER],
      ['gross', NUMBER],
      ['rate in percent', NUMBER],
      ['applicant', contextOf([['full name', STRING], ['children', listOf(contextOf([['age in years', NUMBER]]))]])],
    ],
    new Map([['tAge', NUMBER]]),
  ); // prettier-ignore
  const compile = (text: string): ReturnType<typeof compileExpression> => compileExpression(text, scope);
  const run = (text: string): unknown => {
    const read = compile(text);
    if (!read.ok) return read.error.code;
    const meter = new Run();
    const data = {
      'net - gross': 1,
      net: 10,
      gross: 4,
      'rate in percent': 5,
      applicant: { 'full name': '王', children: [{ 'age in years': 3 }] },
    };
    const values = new Map(Object.entries(data).map(([name, value]) => [name, fromJson(value, meter)]));
    return read.value.evaluate(values, meter);
  };

  it('are read as long as they are', () => {
    expect(run('net - gross')).toBe(1);
    expect(run('net-gross')).toBe(1);
    expect(run('net - (gross)')).toBe(6);
    expect(run('rate in percent * 2')).toBe(10);
    expect(run('applicant.full name')).toBe('王');
    expect(run('applicant.children[age in years > 2].age in years')).toEqual([3]);
    expect(run('net instance of tAge')).toBe(true);
  });

  it('an iterator hides them', () => {
    expect(run('for net in [2] return net + gross')).toEqual([6]);
  });

  it.each([
    ['nett + 1', 'UNKNOWN_NAME', 0, 4],
    ['net + unknown name', 'UNKNOWN_NAME', 6, 18],
    ['applicant.age', 'UNKNOWN_ENTRY', 10, 13],
    ['net + applicant.full name', 'TYPES', 0, 25],
    ['net = "1"', 'TYPES', 0, 9],
    ['net(1)', 'NO_FUNCTION', 0, 3],
    ['sum()', 'ARGUMENTS', 0, 5],
  ])('%s reports %s from %i to %i', (text, code, from, to) => {
    expect(compile(text)).toMatchObject({
      ok: true,
      value: { problems: [{ code: `EXPRESSIONS.${code}`, place: { from, to } }] },
    });
  });

  it.each([
    ['net + 1', 'number'],
    ['applicant.children.age in years', 'list<number>'],
    ['applicant.children[1].age in years', 'number'],
    ['if net > 1 then "a" else null', 'string'],
    ['for c in applicant.children return c.age in years > 1', 'list<boolean>'],
    ['{a: net, b: "x"}', 'context<a: number, b: string>'],
    ['@"2026-01-01" - @"P1D"', 'date'],
    ['function(a: number) a = 1', 'function<number> -> boolean'],
    ['if net > 1 then 1 else "a"', 'Any'],
  ])('%s is of type %s', (text, type) => {
    const read = compile(text);
    expect(read.ok && typeText(read.value.type)).toBe(type);
    expect(read.ok && read.value.problems).toEqual([]);
  });
});

describe('unary tests', () => {
  const holds = (text: string, tested: unknown, more: Record<string, unknown> = {}): unknown => {
    const scope = NameScope.of(Object.keys(more).map((name) => [name, ANY] as const));
    const read = compileUnaryTests(text, scope);
    if (!read.ok) return read.error.code;
    const run = new Run();
    const values = new Map(
      Object.entries({ '?': tested, ...more }).map(([name, value]) => [name, fromJson(value, run)]),
    );
    return read.value.evaluate(values, run);
  };

  it.each<[string, unknown, unknown]>([
    ['-', null, true],
    ['5', 5, true],
    ['< 5', 4, true],
    ['"a", "b"', 'b', true],
    ['not("a", "b")', 'b', false],
    ['not(< 5)', 7, true],
    ['[1..5], > 9', 10, true],
    ['(1..5]', 1, false],
    ['= 5', 5, true],
    ['!= 5', 5, false],
    ['null', null, true],
    ['true', true, true],
    ['false', true, false],
    ['false', false, true],
    ['? > 3 and ? < 6', 5, true],
    ['contains(?, "a")', 'bab', true],
    ['not(contains(?, "a"))', 'bab', false],
    ['count(?) > 1', [1, 2], true],
    ['[1, 2, 3]', 2, true],
    ['-1', -1, true],
    ['< 5', null, null],
    ['< 5, null', null, true],
    ['1 +', 1, 'EXPRESSIONS.SYNTAX'],
    ['', 1, 'EXPRESSIONS.EMPTY'],
  ])('%s for %j is %j', (text, tested, expected) => expect(holds(text, tested)).toBe(expected));

  it('read other names too', () => {
    expect(holds('> limit', 5, { limit: 4 })).toBe(true);
    expect(holds('allowed', 5, { allowed: [4, 5] })).toBe(true);
    expect(holds('flag', 5, { flag: true })).toBe(true);
  });
});
