import * as fc from 'fast-check';
import { createEvaluator } from './evaluator.js';

const evaluator = createEvaluator();
const valueOf = (text: string, variables: Record<string, unknown> = {}): unknown => {
  const result = evaluator.evaluate(text, variables);
  return result.ok ? result.value : result.error.code;
};
const now = '2026-03-02T08:30:00+08:00';

describe('evaluating', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['step_5.outcome = "complete"', { step_5: { outcome: 'complete' } }, true],
    ['= a + 1', { a: 1 }, 2],
    ['deemed = true and noticeCount = 0', { deemed: true, noticeCount: 0 }, true],
    ['if noticeCount = null then 1 else noticeCount + 1', {}, 1],
    ['get value(milestones, "filing.submitted")', { milestones: { 'filing.submitted': now } }, now],
    ['concatenate(noticed, form.items)', { noticed: ['a'], form: { items: ['b'] } }, ['a', 'b']],
    ['[{clause: form.clause, count: 2}]', { form: { clause: '9' } }, [{ clause: '9', count: 2 }]],
    ['items[code = "x"].name', { items: [{ code: 'x', name: '向日葵' }] }, ['向日葵']],
    ['a in [1..3]', { a: 3 }, true],
    ['机构 = "向日葵"', { 机构: '向日葵' }, true],
  ])('%s with %j', (text, variables, expected) => expect(valueOf(text, variables)).toEqual(expected));

  it.each([
    ['date(date and time(now))', '2026-03-02'],
    ['date and time(now)', now],
    ['date and time(now) + duration("P5D")', '2026-03-07T08:30:00+08:00'],
    ['time("10:00:00+08:00")', '10:00:00+08:00'],
    ['duration("PT36H")', 'P1DT12H'],
    ['[today()]', ['2026-03-02']],
  ])('gives times as their ISO text: %s', (text, expected) =>
    expect(valueOf(text, { now })).toEqual(expected),
  );

  it.each(['absent', 'a.b.c', 'absent > 1', '1 / 0', 'not(absent)'])('an absent value is null: %s', (text) =>
    expect(valueOf(text, { a: {} })).toBeNull(),
  );

  it.each(['f(1)', 'date("no date")', 'number("x")', 'count(1, 2)'])('a mistake is an error: %s', (text) =>
    expect(valueOf(text)).toMatch(/^EXPRESSIONS\.(?:FAILED|UNKNOWN_FUNCTION|ARGUMENTS)$/),
  );

  it.each([
    'for x in 1..1000000000 return x',
    'some x in [1..1000000000] satisfies x < 0',
    'for x in 1..1000, y in 1..1000, z in 1..1000 return 1',
    'for i in 1..100 return if i = 1 then "x" else partial[-1] + partial[-1]',
    'for i in 1..100 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])',
    'matches(a, "((x+)\\2)+y")',
    '{f: function(f, n) f(f, n + 1), r: f(f, 1)}',
  ])('%s ends at its budget, at the same point each time', (text) => {
    const data = { a: 'x'.repeat(60) };
    expect(valueOf(text, data)).toBe('EXPRESSIONS.BUDGET');
    expect(evaluator.evaluate(text, data)).toEqual(evaluator.evaluate(text, data));
  });

  it('a regular expression without references costs what its text does', () => {
    expect(valueOf('matches(a, "(x+)+y")', { a: 'x'.repeat(500) })).toBe(false);
  });

  it('knows the time from the transition only', () => {
    expect(valueOf('string(today())', { now })).toBe('2026-03-02');
    expect(valueOf('now() = date and time(now)', { now })).toBe(true);
    expect(valueOf('now()')).toBe('EXPRESSIONS.FAILED');
  });

  it('a variable may have the name of a function', () => {
    expect(valueOf('count + count(items)', { count: 2, items: [1, 2, 3] })).toBe(5);
    expect(valueOf('if date = null then 1 else 2')).toBe(1);
  });

  it('takes a list of thousands within its budget', () => {
    const items = Array.from({ length: 3_000 }, (_, index) => ({ code: `c${index}`, amount: index }));
    expect(valueOf('count(items[amount >= 2990])', { items })).toBe(10);
  });

  it.each(['constructor', '__proto__', 'toString', 'a.constructor', 'a.__proto__'])(
    'reaches nothing of the machine by %s',
    (text) => expect(valueOf(text, { a: {} })).toBeNull(),
  );

  it('keeps a key that JavaScript treats in its own way', () => {
    const form: unknown = JSON.parse('{"__proto__":{"admin":true}}');
    const value = valueOf('form', { form });
    expect(JSON.stringify(value)).toBe('{"__proto__":{"admin":true}}');
    expect((value as { admin?: boolean }).admin).toBeUndefined();
  });

  it('leaves the variables alone', () => {
    const variables = Object.freeze({ items: Object.freeze(['b', 'a']) });
    expect(valueOf('append(items, "c")', variables)).toEqual(['b', 'a', 'c']);
    expect(variables.items).toEqual(['b', 'a']);
  });
});

describe('any text and data', () => {
  it('never throw', () => {
    const piece = fc.constantFrom(
      'a', 'b.c', '1', '"x"', 'now', 'count', '(', ')', '[', ']', '{', '}', ':', ',', '+', '=', '..', ' ', 'in ',
      'for ', 'return ', 'some ', 'satisfies ', 'if ', 'then ', 'else ', 'not(', 'date(', 'partial', '/*', 'x y',
    ); // prettier-ignore
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(
        text,
        fc.dictionary(fc.constantFrom('a', 'b', 'now'), fc.jsonValue()),
        (source, variables) => {
          const first = evaluator.evaluate(source, variables);
          expect(evaluator.evaluate(source, variables)).toEqual(first);
          if (!first.ok) expect(first.error.code).toMatch(/^EXPRESSIONS\./);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('data come back as they went in', () => {
    const plain = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(plain, (value) => expect(valueOf('a', { a: value })).toEqual(value)),
      { numRuns: 300 },
    );
  });
});
