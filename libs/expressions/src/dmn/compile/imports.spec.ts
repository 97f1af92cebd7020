import { valueOf } from '../specimens/answer.js';
import { decision, inputData, itemDefinition, knowledge, literal, modelOf } from '../specimens/model-of.js';
import { compileDecisions } from './compile-decisions.js';

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
