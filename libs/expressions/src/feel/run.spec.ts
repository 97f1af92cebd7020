import * as fc from 'fast-check';
import { BudgetExhausted, NameScope, Run, compileExpression } from './index.js';
import { valueOf } from './specimens/value-of.js';

const costOf = (text: string, operations = 1_000_000): { readonly spent: number; readonly ended: string } => {
  const read = compileExpression(text, NameScope.open);
  if (!read.ok) return { spent: 0, ended: read.error.code };
  const run = new Run({ operations });
  try {
    read.value.evaluate(new Map(), run);
    return { spent: run.spent, ended: 'value' };
  } catch (error) {
    if (error instanceof BudgetExhausted) return { spent: run.spent, ended: error.kind };
    throw error;
  }
};

describe('the budget of an evaluation', () => {
  it.each([
    ['for x in 1..1000000000 return x', 'operations'],
    ['some x in [1..1000000000] satisfies x < 0', 'operations'],
    ['for a in 1..999, b in 1..999, c in 1..999 return 1', 'operations'],
    ['for i in 1..99 return if i = 1 then "x" else partial[-1] + partial[-1]', 'operations'],
    ['for i in 1..99 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])', 'operations'],
    ['for i in 1..9999 return [partial]', 'operations'],
    ['for i in 1..99999 return sqrt(i)', 'operations'],
    ['for i in 1..99999 return modulo(1e6000, 7.3)', 'operations'],
    ['for i in 1..99999 return 1.00001 ** 1000.5', 'operations'],
    ['for i in 1..99999 return @"2026-01-01T00:00:00@Europe/Paris" - @"2025-01-01T00:00:00Z"', 'operations'],
    ['{f: function(f, n) f(f, n + 1), r: f(f, 1)}', 'depth'],
    ['matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "((a+)\\2)+$")', 'operations'],
    [`string((for i in 1..1300 return if i = 1 then [1] else [partial[-1]])[-1])`, 'depth'],
    [`matches("${'a'.repeat(19_000)}", "${'(a?){50}'.repeat(9)}$")`, 'operations'],
  ])('%s ends for its %s', (text, kind) => {
    const first = costOf(text);
    expect(first.ended).toBe(kind);
    expect(costOf(text)).toEqual(first);
  });

  it.each(['matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$")', 'count([1..1000000000])'])(
    '%s costs little',
    (text) => expect(costOf(text)).toMatchObject({ ended: 'value', spent: expect.any(Number) as number }),
  );

  it('is the same for a pattern that was met before', () => {
    const text = `matches("abc", "^a(b|${'c'.repeat(7)})c$")`;
    expect(costOf(text)).toEqual(costOf(text));
  });

  it('holds for whatever is written, at the same point each time', () => {
    const leaf = fc.constantFrom(
      '1',
      '0.1',
      '"ab"',
      'x',
      '[1, 2, 3]',
      '1..9',
      '@"P1D"',
      '@"2026-01-01"',
      '{a: 1}',
    );
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(fc.constantFrom('+', '*', '**', '=', '<', 'and', 'in'), tie('expression'), tie('expression'))
          .map(([operator, a, b]) => `(${a}) ${operator} (${b})`),
        fc
          .tuple(tie('expression'), tie('expression'))
          .map(([a, b]) => `for x in (${a}) return [(${b}), partial]`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `concatenate((${a}), (${b}), (${a}))`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a})[(${b}) = item]`),
        tie('expression').map((a) => `string(${a})`),
        tie('expression').map((a) => `matches(string(${a}), "((a|b|[0-9])+)\\\\1")`),
      ),
    }));
    fc.assert(
      fc.property(expression, (text) => {
        const first = costOf(text, 5_000);
        expect(first.spent).toBeLessThanOrEqual(5_000);
        expect(costOf(text, 5_000)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps some diagnostics of millions, and the first of each kind', () => {
    const read = compileExpression('[for i in 1..500 return a.b, date("x")]', NameScope.open);
    const run = new Run();
    if (read.ok) read.value.evaluate(new Map(), run);
    expect(run.diagnostics.length).toBeLessThan(60);
    expect(run.diagnostics.map(({ code }) => code)).toContain('EXPRESSIONS.INVALID_ARGUMENT');
  });

  it('leaves a deep but bounded recursion alone', () => {
    expect(valueOf('{f: function(f, n) if n = 0 then 0 else 1 + f(f, n - 1), r: f(f, 40)}.r')).toBe('40');
  });
});
