import { compileDecisions } from '../compile/compile-decisions.js';
import { answer, valueOf } from '../specimens/answer.js';
import { decision, inputData, itemDefinition, knowledge, literal, modelOf } from '../specimens/model-of.js';

describe('decisions', () => {
  it('read what they require, by names with spaces and signs, and nothing else', async () => {
    const model = modelOf(
      inputData('Monthly Fee', 'number') +
        inputData('other') +
        decision("Owner's total", literal('Monthly Fee * 12'), { requires: ['Monthly Fee'] }) +
        decision('d', literal("Owner's total + 1"), { requires: ["Owner's total"] }) +
        decision('blind', literal('Monthly Fee'), { requires: ['other'] }),
    );
    expect(await valueOf(model, 'd', { 'Monthly Fee': 2 })).toBe(25);
    expect(await valueOf(model, 'blind', { 'Monthly Fee': 2, other: 1 })).toBeNull();
  });

  it('take inputs as their types say, dates as ISO texts', async () => {
    const model = modelOf(
      inputData('day', 'date') +
        inputData('n', 'number') +
        decision('d', literal('day.year + n'), { requires: ['day', 'n'] }),
    );
    expect(await valueOf(model, 'd', { day: '2026-03-02', n: [4] })).toBe(2030);
    expect(await answer(model, 'd', { day: '2026-03-02', n: 'x' })).toMatchObject({
      value: null,
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'EXPRESSIONS.WRONG_TYPE' })]),
    });
  });

  it('answer null where their value is none that the type allows', async () => {
    const types =
      itemDefinition(
        'tLevel',
        '<typeRef>string</typeRef><allowedValues><text>"a","b"</text></allowedValues>',
      ) +
      itemDefinition(
        'tLevels',
        '<typeRef>tLevel</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint>',
        true,
      ) +
      itemDefinition('tPair', '<itemComponent name="level"><typeRef>tLevel</typeRef></itemComponent>');
    const of = (text: string, typeRef: string): string =>
      modelOf(types + decision('d', literal(text), { typeRef }));
    expect(await valueOf(of('"a"', 'tLevel'), 'd')).toBe('a');
    expect(await valueOf(of('["a"]', 'tLevel'), 'd')).toBe('a');
    expect(await valueOf(of('"c"', 'tLevel'), 'd')).toBeNull();
    expect(await valueOf(of('["a", "b"]', 'tLevels'), 'd')).toEqual(['a', 'b']);
    expect(await valueOf(of('["a", "b", "a"]', 'tLevels'), 'd')).toBeNull();
    expect(await valueOf(of('["a", "c"]', 'tLevels'), 'd')).toBeNull();
    expect(await valueOf(of('{level: "b", more: 1}', 'tPair'), 'd')).toEqual({ level: 'b', more: 1 });
    expect(await valueOf(of('{level: "c"}', 'tPair'), 'd')).toBeNull();
    expect(await valueOf(of('{}', 'tPair'), 'd')).toBeNull();
  });

  it('say what is wrong with them before they run', async () => {
    const codes = async (elements: string): Promise<readonly string[]> =>
      (await compileDecisions(modelOf(elements))).diagnostics.map(({ code }) => code);
    expect(
      await codes(
        decision('a', literal('b'), { requires: ['b'] }) + decision('b', literal('a'), { requires: ['a'] }),
      ),
    ).toContain('DMN.REQUIREMENT_CYCLE');
    expect(await codes(decision('a', literal('1'), { requires: ['nobody'] }))).toContain(
      'DMN.REFERENCE_UNKNOWN',
    );
    expect(await codes(decision('a', literal('1 +')))).toContain('EXPRESSIONS.SYNTAX');
    expect(await codes(decision('a', literal('1'), { typeRef: 'tNone' }))).toContain('DMN.TYPE_UNKNOWN');
    expect(await codes(itemDefinition('tA', '<typeRef>tA</typeRef>'))).toContain('DMN.TYPE_CYCLE');
    expect(await codes(decision('a', literal('1')) + decision('a', literal('2')))).toContain('DMN.ID_DOUBLE');
    expect(await codes('<import name="i" namespace="nowhere"/>')).toContain('DMN.IMPORT_MISSING');
    expect(
      await codes(
        decision(
          'a',
          '<literalExpression expressionLanguage="http://groovy"><text>1</text></literalExpression>',
        ),
      ),
    ).toContain('DMN.LANGUAGE_UNSUPPORTED');
    expect(
      await codes(decision('a', `<functionDefinition kind="Java">${literal('1')}</functionDefinition>`)),
    ).toContain('DMN.FUNCTION_KIND_UNSUPPORTED');
  });

  it('that require one another in a circle are null, not endless', async () => {
    const model = modelOf(
      decision('a', literal('b'), { requires: ['b'] }) + decision('b', literal('a'), { requires: ['a'] }),
    );
    expect(await valueOf(model, 'a')).toBeNull();
  });

  it('end where their budget does', async () => {
    const loop = knowledge('forever', ['name="n"'], literal('forever(n + 1)'));
    const model = modelOf(loop + decision('d', literal('forever(1)'), { knows: ['forever'] }));
    const { value, diagnostics } = await answer(model, 'd');
    expect(value).toBeNull();
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'EXPRESSIONS.BUDGET' }));
  });

  it('that nobody knows are said so', async () => {
    expect(await answer(modelOf(''), 'd')).toMatchObject({
      value: null,
      diagnostics: [{ code: 'DMN.ELEMENT_UNKNOWN' }],
    });
  });
});

describe('business knowledge', () => {
  it('is called by name, may call itself and other knowledge, and takes only what its parameters say', async () => {
    const factorial = knowledge(
      'factorial',
      ['name="n" typeRef="number"'],
      literal('if n < 2 then 1 else n * factorial(n - 1)'),
    );
    const of = (text: string): Promise<unknown> =>
      valueOf(modelOf(factorial + decision('d', literal(text), { knows: ['factorial'] })), 'd');
    expect(await of('factorial(20)')).toBe(2_432_902_008_176_640_000);
    expect(await of('factorial(n: [3])')).toBe(6);
    expect(await of('factorial("3")')).toBeNull();
    expect(await of('factorial()')).toBeNull();
  });

  it('answers null where its result is none of its type', async () => {
    const wrong = knowledge('wrong', [], literal('1'), 'string');
    expect(
      await valueOf(modelOf(wrong + decision('d', literal('wrong()'), { knows: ['wrong'] })), 'd'),
    ).toBeNull();
  });
});

describe('a decision service', () => {
  const service = `<decisionService id="_s" name="s"><variable name="s"/><outputDecision href="#_total"/>
    <encapsulatedDecision href="#_double"/><inputDecision href="#_rate"/><inputData href="#_n"/></decisionService>`;
  const elements =
    service +
    inputData('n', 'number') +
    decision('rate', literal('7')) +
    decision('double', literal('n * 2'), { requires: ['n'] }) +
    decision('total', literal('double * rate'), { requires: ['double', 'rate'] });

  it('is called with input data, then input decisions, which replace what the model says', async () => {
    const model = modelOf(
      elements +
        decision('d', literal('[s(1, 10), s(rate: 3, n: 1), total]'), { requires: ['total'], knows: ['s'] }),
    );
    expect(await valueOf(model, 'd', { n: 5 })).toEqual([20, 6, 70]);
    expect(await valueOf(model, 's', { n: 1, rate: 10 })).toBe(20);
    expect(await valueOf(model, 's', { n: 1 })).toBeNull();
  });

  it('with several outputs answers a context of them', async () => {
    const both = elements.replace('<outputDecision', '<outputDecision href="#_double"/><outputDecision');
    expect(await valueOf(modelOf(both), 's', { n: 1, rate: 10 })).toEqual({ double: 2, total: 20 });
  });
});
