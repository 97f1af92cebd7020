import { compileDecisions } from '../compile/compile-decisions.js';
import { decide } from '../evaluation/decide.js';
import { decision, inputData, inputExpression, modelOf, table } from '../specimens/model-of.js';

const inputs = ['age', 'risk'];
const output = (name = '', allowed = ''): string =>
  `<output${name && ` name="${name}"`}>${allowed && `<outputValues><text>${allowed}</text></outputValues>`}</output>`;

const compiled = (logic: string) =>
  compileDecisions(
    modelOf(
      inputData('age', 'number') + inputData('risk', 'string') + decision('d', logic, { requires: inputs }),
    ),
  );

const answer = async (logic: string, age: number | null, risk: string | null = null) => {
  const { model } = await compiled(logic);
  if (!model) throw new Error('no model');
  const { value, diagnostics, matches } = decide(model, 'd', { age, risk });
  return {
    value,
    codes: diagnostics.map(({ code }) => code),
    rules: matches.flatMap(({ ruleIds }) => ruleIds),
  };
};

const bands = [
  ['< 18', '-', '"minor"'],
  ['[18..65)', '"low", "mid"', '"standard"'],
  ['[18..65)', '"high"', '"declined"'],
  ['>= 60', 'not("high")', '"senior"'],
];

describe('a decision table', () => {
  it.each([
    ['UNIQUE', 10, 'low', 'minor'],
    ['UNIQUE', 30, 'mid', 'standard'],
    ['UNIQUE', 62, 'low', null],
    ['UNIQUE', 90, 'high', null],
    ['FIRST', 62, 'low', 'standard'],
    ['ANY', 62, 'low', null],
    ['RULE ORDER', 62, 'low', ['standard', 'senior']],
    ['COLLECT', 62, 'low', ['standard', 'senior']],
    ['COLLECT', 90, 'high', []],
  ])('%s at %d and %s', async (policy, age, risk, value) => {
    const logic = table(`hitPolicy="${policy}"`, inputs, [output()], bands);
    expect((await answer(logic, age, risk)).value).toEqual(value);
  });

  it('is UNIQUE where it says nothing, and tells which rules matched and why there is no value', async () => {
    expect(await answer(table('', inputs, [output()], bands), 62, 'low')).toEqual({
      value: null,
      codes: ['DMN.NOT_UNIQUE'],
      rules: ['rule_2', 'rule_4'],
    });
  });

  it('ANY takes rules that say the same', async () => {
    const rules = [['> 1', '-', '"a"'], ['> 2', '-', '"a"']]; // prettier-ignore
    expect((await answer(table('hitPolicy="ANY"', inputs, [output()], rules), 3)).value).toBe('a');
  });

  it.each([
    ['PRIORITY', { status: 'declined', rate: 'best' }],
    [
      'OUTPUT ORDER',
      [
        { status: 'declined', rate: 'best' },
        { status: 'approved', rate: 'best' },
        { status: 'approved', rate: 'plain' },
      ],
    ],
  ])('%s goes by the order of allowed outputs', async (policy, value) => {
    const outputs = [output('status', '"declined", "approved"'), output('rate', '"best", "plain"')];
    const rules = [
      ['> 1', '-', '"approved"', '"plain"'],
      ['> 2', '-', '"approved"', '"best"'],
      ['> 3', '-', '"declined"', '"best"'],
    ];
    expect((await answer(table(`hitPolicy="${policy}"`, inputs, outputs, rules), 9)).value).toEqual(value);
  });

  it.each([
    ['SUM', 60, 0.3],
    ['COUNT', 60, 2],
    ['MIN', 60, 0.1],
    ['MAX', 60, 0.2],
    ['COUNT', 1, 0],
    ['SUM', 1, null],
  ])('COLLECT %s at %d', async (aggregation, age, value) => {
    const rules = [['> 18', '-', '0.1'], ['> 50', '-', '0.2']]; // prettier-ignore
    const logic = table(`hitPolicy="COLLECT" aggregation="${aggregation}"`, inputs, [output()], rules);
    expect((await answer(logic, age)).value).toBe(value);
  });

  it('answers its default where no rule matches', async () => {
    const outputs = ['<output><defaultOutputEntry><text>"none"</text></defaultOutputEntry></output>'];
    expect((await answer(table('', inputs, outputs, [['> 5', '-', '"old"']]), 1)).value).toBe('none');
  });

  it('has no answer for an input that is not allowed', async () => {
    const risk = `<input>${inputExpression('risk')}<inputValues><text>"low", "high"</text></inputValues></input>`;
    const logic = table('', ['age', risk], [output()], [['-', '-', '"a"']]);
    expect((await answer(logic, 1, 'low')).value).toBe('a');
    expect(await answer(logic, 1, 'other')).toMatchObject({ value: null, codes: ['DMN.INPUT_NOT_ALLOWED'] });
  });

  it('reads the tested value as ?', async () => {
    const rules = [['? * 2 > 10 and ? < 100', '-', '"a"'], ['? in [1, 2]', '-', '"b"']]; // prettier-ignore
    const logic = table('', inputs, [output()], rules);
    expect((await answer(logic, 6)).value).toBe('a');
    expect((await answer(logic, 2)).value).toBe('b');
  });
});

describe('the check of a decision table', () => {
  const codesOf = async (logic: string): Promise<readonly string[]> =>
    (await compiled(logic)).diagnostics.map(({ code, message }) => `${code} ${message}`);

  it('finds rules that overlap and values without a rule', async () => {
    expect(await codesOf(table('', inputs, [output()], bands))).toEqual([
      'DMN.RULES_OVERLAP Rules 2 and 4 both match where age is 60 and risk is "low".',
      'DMN.TABLE_GAP No rule matches where age is 65 and risk is "high".',
      'DMN.TABLE_GAP No rule matches where age is more than 65 and risk is "high".',
    ]);
  });

  it('finds a rule that FIRST never reaches', async () => {
    const rules = [['< 10', '-', '1'], ['>= 10', '-', '2'], ['5', '"low"', '3']]; // prettier-ignore
    expect(await codesOf(table('hitPolicy="FIRST"', inputs, [output()], rules))).toEqual([
      'DMN.RULE_UNREACHABLE Rule 3 is never reached: rules above it match first.',
    ]);
  });

  it('finds an output that is not allowed', async () => {
    const logic = table('', inputs, [output('', '"a", "b"')], [['-', '-', '"c"']]);
    expect(await codesOf(logic)).toEqual([expect.stringContaining('DMN.OUTPUT_NOT_ALLOWED')]);
  });

  it.each([
    ['DMN.AGGREGATION_INVALID', 'hitPolicy="FIRST" aggregation="SUM"'],
    ['DMN.AGGREGATION_INVALID', 'hitPolicy="COLLECT" aggregation="MEAN"'],
    ['DMN.HIT_POLICY_UNKNOWN', 'hitPolicy="BEST"'],
    ['DMN.PRIORITY_UNKNOWN', 'hitPolicy="PRIORITY"'],
  ])('refuses with %s: %s', async (code, attributes) => {
    const logic = table(attributes, inputs, [output()], [['-', '-', '1']]);
    expect(await codesOf(logic)).toEqual([expect.stringContaining(code)]);
  });

  it('refuses a rule that has not as many cells as the table has columns', async () => {
    expect(await codesOf(table('', inputs, [output()], [['-', '1']]))).toContainEqual(
      expect.stringContaining('DMN.RULE_INCOMPLETE'),
    );
  });
});
