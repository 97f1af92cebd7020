import type { JsonObject } from '@lianban/kernel';
import { valueOf } from '../specimens/answer.js';
import { decision, entry, inputData, literal, modelOf } from '../specimens/model-of.js';

describe('boxed logic', () => {
  const boxed = (logic: string, inputs: JsonObject = {}): Promise<unknown> =>
    valueOf(modelOf(inputData('x') + decision('d', logic, { requires: ['x'] })), 'd', inputs);
  const list = (...items: readonly string[]): string => `<list>${items.map(literal).join('')}</list>`;

  it('context: entries see those before them; one without a name is the result', async () => {
    const entries = entry('a', literal('x + 1')) + entry('b c', literal('a * 2'), 'number');
    expect(await boxed(`<context>${entries}</context>`, { x: 1 })).toEqual({ a: 2, 'b c': 4 });
    expect(await boxed(`<context>${entries}${entry('', literal('b c + 1'))}</context>`, { x: 1 })).toBe(5);
  });

  it('relation: rows are contexts', async () => {
    const columns = '<column name="a" typeRef="number"/><column name="b"/>';
    const rows = `<row>${literal('1')}${literal('"x"')}</row><row>${literal('"no"')}${literal('x')}</row>`;
    expect(await boxed(`<relation>${columns}${rows}</relation>`, { x: 2 })).toEqual([{ a: 1, b: 'x' }, { a: null, b: 2 }]); // prettier-ignore
  });

  it.each([
    [true, 'yes'],
    [false, 'no'],
  ])('conditional: %s', async (x, value) => {
    expect(await boxed(`<conditional><if>${literal('x')}</if><then>${literal('"yes"')}</then><else>${literal('"no"')}</else></conditional>`, { x })).toBe(value); // prettier-ignore
  });

  it('filter: by a condition on the item or its entries, or by place', async () => {
    const filter = (match: string): string =>
      `<filter><in>${literal('x')}</in><match>${literal(match)}</match></filter>`;
    expect(await boxed(filter('item > 1'), { x: [1, 2, 3] })).toEqual([2, 3]);
    expect(await boxed(filter('item.a > 1'), { x: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 2 }]);
    expect(await boxed(filter('2'), { x: [1, 2, 3] })).toBe(2);
  });

  it('for, some, every', async () => {
    const over = (tag: string, step: string, body: string): string =>
      `<${tag} iteratorVariable="it"><in>${list('1', '2', '3')}</in><${step}>${literal(body)}</${step}></${tag}>`;
    expect(await boxed(over('for', 'return', 'it * x'), { x: 2 })).toEqual([2, 4, 6]);
    expect(await boxed(over('for', 'return', 'it + count(partial)'))).toEqual([1, 3, 5]);
    expect(await boxed(over('some', 'satisfies', 'it = x'), { x: 2 })).toBe(true);
    expect(await boxed(over('every', 'satisfies', 'it < x'), { x: 3 })).toBe(false);
  });

  it('function: a value that sees where it was made', async () => {
    const add = `<functionDefinition><formalParameter name="n" typeRef="number"/>${literal('n + x')}</functionDefinition>`;
    const called = (argument: string): string =>
      `<context>${entry('f', add)}${entry('', literal(`f(${argument})`))}</context>`;
    expect(await boxed(called('2'), { x: 1 })).toBe(3);
    expect(await boxed(called('"2"'), { x: 1 })).toBeNull();
  });

  it('invocation: of functions of the model and of FEEL, by the names of parameters', async () => {
    const invoke = (name: string, ...bindings: readonly (readonly [string, string])[]): string =>
      `<invocation>${literal(name)}${bindings.map(([parameter, text]) => `<binding><parameter name="${parameter}"/>${literal(text)}</binding>`).join('')}</invocation>`;
    expect(await boxed(invoke('substring', ['start position', '2'], ['string', 'x']), { x: 'abc' })).toBe(
      'bc',
    );
    expect(await boxed(invoke('abs', ['m', '1']))).toBeNull();
    expect(await boxed(invoke('x'), { x: 1 })).toBeNull();
  });
});
