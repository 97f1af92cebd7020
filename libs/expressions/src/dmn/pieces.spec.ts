import * as fc from 'fast-check';
import { compileRead } from './compile/compile-decisions.js';
import { decide } from './evaluation/decide.js';
import { atOnce } from './pieces.js';
import { readDefinitions } from './read/read-definitions.js';
import { decision, entry, inputData, itemDefinition, literal, modelOf, table } from './specimens/model-of.js';

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const allowed = (index: number): string =>
  `<typeRef>string</typeRef><allowedValues><text>"a${index}"</text></allowedValues>`;

/** With each, how many different expressions it holds: no piece may read more than one. */
const models: readonly (readonly [string, string, number])[] = [
  ['a table', decision('x', table('', ['1', '2'], ['<output/>'], many(300, (at) => [`[${at}..${at + 9}]`, `"a${at}", "b${at}"`, String(at)]))), 300 * 3],
  ['a table of negations', decision('x', table('', ['1', '2'], ['<output/>'], many(300, (at) => [`not(${at}, ${at + 1})`, `not("a${at}")`, '1']))), 300 * 3],
  ['a list', decision('x', `<list>${many(50, (at) => literal(String(at))).join('')}</list>`), 50],
  ['a context', decision('x', `<context>${many(50, (at) => entry(`e${at}`, literal(String(at)))).join('')}</context>`), 50],
  ['a relation', decision('x', `<relation><column name="a"/><column name="b"/>${many(50, (at) => `<row>${literal(String(at))}${literal('1')}</row>`).join('')}</relation>`), 100],
  ['decisions that require one another', many(50, (at) => decision(`x${at}`, literal(String(at)), { requires: at < 49 ? [`x${at + 1}`] : [] })).join(''), 50],
  ['types', many(50, (at) => itemDefinition(`t${at}`, allowed(at))).join(''), 50],
]; // prettier-ignore

const definitionsOf = async (elements: string) => {
  const { definitions } = await readDefinitions(modelOf(elements));
  if (definitions === undefined) throw new Error('the model cannot be read');
  return definitions;
};

describe('compiling in pieces', () => {
  it.each(models)('can be put down behind each expression of %s', async (_, elements, expressions) => {
    const work = compileRead(await definitionsOf(elements), []);
    let pieces = 0;
    while (work.next().done !== true) pieces += 1;
    expect(pieces).toBeGreaterThanOrEqual(expressions);
  });

  it('comes to the same model, judged or not', async () => {
    const rules = many(40, (at) => [`[${at * 10}..${at * 10 + 15})`, `n + ${at}`]);
    const definitions = await definitionsOf(
      inputData('n', 'number') +
        decision('x', table('hitPolicy="FIRST"', ['n'], ['<output/>'], [...rules, ['-400', '1']]), {
          requires: ['n'],
        }),
    );
    const found: string[] = [];
    const judged = atOnce(compileRead(definitions, [], ({ code }) => found.push(code)));
    expect(found).toContain('DMN.TABLE_GAP');
    const unjudged = atOnce(compileRead(definitions, []));
    expect(decide(judged, 'x', { n: 12 }).value).toBe(12);
    fc.assert(
      fc.property(fc.integer({ min: -401, max: 420 }), (n) => {
        expect(decide(unjudged, 'x', { n })).toEqual(decide(judged, 'x', { n }));
      }),
    );
  });
});
