import type { JsonObject } from '@lianban/kernel';
import { compileDecisions } from '../compile/compile-decisions.js';
import { decision, inputData, literal, modelOf } from '../specimens/model-of.js';
import { decide } from './decide.js';

const answer = async (
  xml: string,
  name: string,
  inputs: JsonObject = {},
  imported: readonly string[] = [],
) => {
  const { model, diagnostics } = await compileDecisions(xml, imported);
  if (!model) throw new Error(JSON.stringify(diagnostics));
  return decide(model, name, inputs);
};
const valueOf = async (...args: Parameters<typeof answer>): Promise<unknown> => (await answer(...args)).value;

const knowledge = (name: string, parameters: readonly string[], logic: string, typeRef = ''): string =>
  `<businessKnowledgeModel id="_${name}" name="${name}"><variable name="${name}"/>
   <encapsulatedLogic${typeRef && ` typeRef="${typeRef}"`}>
   ${parameters.map((parameter) => `<formalParameter ${parameter}/>`).join('')}${logic}</encapsulatedLogic></businessKnowledgeModel>`;
const entry = (name: string, logic: string, typeRef = ''): string =>
  `<contextEntry>${name && `<variable name="${name}"${typeRef && ` typeRef="${typeRef}"`}/>`}${logic}</contextEntry>`;
const itemDefinition = (name: string, inner: string, collection = false): string =>
  `<itemDefinition name="${name}" isCollection="${collection}">${inner}</itemDefinition>`;

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

describe('an import', () => {
  const base = modelOf(
    itemDefinition('tName', '<typeRef>string</typeRef>') +
      inputData('who', 'tName') +
      knowledge('greet', ['name="name" typeRef="tName"'], literal('"Hello " + name')) +
      decision('greeting', literal('greet(who)'), { requires: ['who'], knows: ['greet'] }),
    'https://lianban.test/base',
  );
  const middle = modelOf(
    '<import name="b" namespace="https://lianban.test/base"/>' +
      decision('louder', literal('b.greeting + "!"'), { requires: ['https://lianban.test/base#_greeting'] }),
    'https://lianban.test/middle',
  );

  it('gives its elements and types under its name, and its inputs are in the context of that name', async () => {
    const own = decision('d', literal('[b.greeting, b.greet("you"), b.who instance of b.tName]'), {
      requires: ['https://lianban.test/base#_greeting', 'https://lianban.test/base#_who'],
      knows: ['https://lianban.test/base#_greet'],
    });
    const model = modelOf(`<import name="b" namespace="https://lianban.test/base"/>${own}`);
    expect(await valueOf(model, 'd', { b: { who: 'me' } }, [base])).toEqual(['Hello me', 'Hello you', true]);
  });

  it('may stand twice, each with inputs of its own', async () => {
    const imports = ['m', 'b']
      .map(
        (name) =>
          `<import name="${name}" namespace="https://lianban.test/${name === 'm' ? 'middle' : 'base'}"/>`,
      )
      .join('');
    const own = decision('d', literal('[m.louder, b.greeting]'), {
      requires: ['https://lianban.test/middle#_louder', 'https://lianban.test/base#_greeting'],
    });
    const inputs = { m: { b: { who: 'a' } }, b: { who: 'c' } };
    expect(await valueOf(modelOf(imports + own), 'd', inputs, [base, middle])).toEqual([
      'Hello a!',
      'Hello c',
    ]);
  });

  it('without a name gives them as they are', async () => {
    const own = decision('d', literal('greeting'), {
      requires: ['https://lianban.test/base#_greeting'],
      typeRef: 'tName',
    });
    const model = modelOf(`<import name="" namespace="https://lianban.test/base"/>${own}`);
    expect(await valueOf(model, 'd', { who: 'me' }, [base])).toBe('Hello me');
  });

  it('in a circle is refused', async () => {
    const circle = base.replace(
      '<itemDefinition',
      '<import name="m" namespace="https://lianban.test/middle"/><itemDefinition',
    );
    const { diagnostics } = await compileDecisions(middle, [circle, middle]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'DMN.IMPORT_CYCLE' }));
  });
});
