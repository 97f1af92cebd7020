import type { JsonObject } from '@lianban/kernel';
import { compileDecisions } from './compile/compile-decisions.js';
import { decide } from './evaluation/decide.js';
import {
  decision,
  inputData,
  itemDefinition,
  knowledge,
  literal,
  modelOf,
  table,
} from './specimens/model-of.js';

interface Twin {
  readonly xml: string;
  readonly inputs?: JsonObject;
  /** Another name than `d`. */
  readonly asked?: string;
}

interface Case {
  readonly code: string;
  readonly failing: Twin;
  readonly passing: Twin;
}

const model = (elements: string, inputs: JsonObject = {}, asked = 'd'): Twin => ({
  xml: modelOf(elements),
  inputs,
  asked,
});
const d = (logic: string, more: Parameters<typeof decision>[2] = {}): string => decision('d', logic, more);
const onAge = (logic: string, age: number): Twin =>
  model(inputData('age', 'number') + d(logic, { requires: ['age'] }), { age });
const output = (name = ''): string => `<output${name && ` name="${name}"`}/>`;
const invoke = (called: string, ...parameters: readonly string[]): string =>
  `<invocation>${literal(called)}${parameters.map((name) => `<binding><parameter name="${name}"/>${literal('1')}</binding>`).join('')}</invocation>`;
const typed = (age: number): Twin =>
  model(
    itemDefinition('tAge', '<typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues>') +
      inputData('age', 'tAge') +
      d(literal('age'), { requires: ['age'] }),
    { age },
  );
const service = (output: string): Twin =>
  model(
    d(literal('1')) +
      `<decisionService id="_s" name="s"><variable name="s"/>${output}</decisionService>` +
      decision('asks', literal('s()'), { knows: ['s'] }),
    {},
    'asks',
  );

/** A model that has the fault, and its twin that has not. */
const CASES: readonly Case[] = [
  {
    code: 'DMN.BINDING_DOUBLE',
    failing: model(knowledge('f', ['name="a"'], literal('a')) + d(invoke('f', 'a', 'a'), { knows: ['f'] })),
    passing: model(knowledge('f', ['name="a"'], literal('a')) + d(invoke('f', 'a'), { knows: ['f'] })),
  },
  {
    code: 'DMN.NO_FUNCTION',
    failing: model(d(invoke('1'))),
    passing: model(knowledge('f', ['name="a"'], literal('a')) + d(invoke('f', 'a'), { knows: ['f'] })),
  },
  {
    code: 'DMN.IMPORT_UNSUPPORTED',
    failing: model(
      `<import name="x" namespace="https://lianban.test/x" importType="http://www.w3.org/2001/XMLSchema"/>${d(literal('1'))}`,
    ),
    passing: model(d(literal('1'))),
  },
  { code: 'DMN.LOGIC_MISSING', failing: model(d('')), passing: model(d(literal('1'))) },
  {
    code: 'DMN.NOT_THE_SAME',
    failing: onAge(table('hitPolicy="ANY"', ['age'], [output()], [['> 1', '1'], ['> 2', '2']]), 3), // prettier-ignore
    passing: onAge(table('hitPolicy="ANY"', ['age'], [output()], [['> 1', '1'], ['-', '1']]), 3), // prettier-ignore
  },
  {
    code: 'DMN.NO_RULE',
    failing: onAge(table('', ['age'], [output()], [['> 18', '1']]), 3),
    passing: onAge(
      table(
        '',
        ['age'],
        [output()],
        [
          ['> 18', '1'],
          ['<= 18', '2'],
        ],
      ),
      3,
    ),
  },
  {
    code: 'DMN.OUTPUT_NAMELESS',
    failing: onAge(table('', ['age'], [output('a'), output()], [['-', '1', '2']]), 3),
    passing: onAge(table('', ['age'], [output('a'), output('b')], [['-', '1', '2']]), 3),
  },
  {
    code: 'DMN.SERVICE_WITHOUT_OUTPUT',
    failing: service(''),
    passing: service('<outputDecision href="#_d"/>'),
  },
  { code: 'DMN.VALUE_NOT_ALLOWED', failing: typed(200), passing: typed(20) },
  {
    code: 'DMN.XML_IGNORED',
    failing: model(d(literal('1')).replace('<decision ', '<decision colour="red" ')),
    passing: model(d(literal('1'))),
  },
];

/** What compiling and asking once say. */
const findings = async ({ xml, inputs = {}, asked = 'd' }: Twin): Promise<readonly string[]> => {
  const compiled = await compileDecisions(xml);
  const answered = compiled.model ? decide(compiled.model, asked, inputs).diagnostics : [];
  return [...compiled.diagnostics, ...answered].map(({ code }) => code);
};

describe('findings about decisions', () => {
  it.each(CASES)('$code is found where it is, and only there', async ({ code, failing, passing }) => {
    expect(await findings(failing)).toContain(code);
    expect(await findings(passing)).toEqual([]);
  });
});
