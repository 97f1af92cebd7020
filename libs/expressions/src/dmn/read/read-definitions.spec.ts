import { literal, modelOf } from '../specimens/model-of.js';
import { readDefinitions } from './read-definitions.js';

const decided = (logic: string): string => modelOf(`<decision id="d" name="d">${logic}</decision>`);

describe('reading DMN', () => {
  it.each([
    'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    'http://www.omg.org/spec/DMN/20180521/MODEL/',
    'https://www.omg.org/spec/DMN/20191111/MODEL/',
    'https://www.omg.org/spec/DMN/20211108/MODEL/',
    'https://www.omg.org/spec/DMN/20230324/MODEL/',
    'https://www.omg.org/spec/DMN/20240513/MODEL/',
  ])('takes the namespace %s, as default and with a prefix', async (namespace) => {
    const xml = decided(literal('1 < 2'));
    const version = xml.replace('https://www.omg.org/spec/DMN/20230324/MODEL/', namespace);
    const prefixed = version
      .replace('xmlns=', "xmlns:dmn='")
      .replace(`'"${namespace}"`, `'${namespace}'`)
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1dmn:');
    for (const text of [version, prefixed]) {
      const { definitions, diagnostics } = await readDefinitions(text);
      expect(diagnostics).toEqual([]);
      expect(definitions?.elements).toMatchObject([{ kind: 'decision', logic: { text: '1 < 2' } }]);
    }
  });

  it('takes the boxed expressions of later versions', async () => {
    const one = literal('1');
    const filter = `<filter><in>${one}</in><match>${one}</match></filter>`;
    const every = `<every iteratorVariable=" a  b "><in>${one}</in><satisfies>${filter}</satisfies></every>`;
    const loop = `<for iteratorVariable="x"><in>${one}</in><return>${every}</return></for>`;
    const logic = `<conditional><if>${one}</if><then>${loop}</then><else>${one}</else></conditional>`;
    const { definitions, diagnostics } = await readDefinitions(decided(logic));
    expect(diagnostics).toEqual([]);
    expect(definitions?.elements[0]).toMatchObject({
      logic: {
        kind: 'conditional',
        condition: { kind: 'literal' },
        whenTrue: {
          kind: 'for',
          each: { kind: 'every', variable: 'a b', condition: { kind: 'filter', match: { kind: 'literal' } } },
        },
      },
    });
  });

  it('keeps what a decision table says to people: labels and remarks', async () => {
    const { definitions, diagnostics } = await readDefinitions(
      decided(`<decisionTable hitPolicy="FIRST">
        <input label="How many places"><inputExpression><text>places</text></inputExpression></input>
        <output name="risk" label="Risk class"/><annotation name="Basis"/>
        <rule><inputEntry><text>&lt; 50</text></inputEntry><outputEntry><text>"low"</text></outputEntry>
          <annotationEntry><text>§ 9</text></annotationEntry></rule>
      </decisionTable>`),
    );
    expect(diagnostics).toEqual([]);
    expect(definitions?.elements[0]).toMatchObject({
      logic: {
        hitPolicy: 'FIRST',
        inputs: [{ label: 'How many places', expression: { text: 'places' } }],
        outputs: [{ label: 'Risk class', name: 'risk' }],
        annotations: ['Basis'],
        rules: [{ tests: [{ text: '< 50' }], outputs: [{ text: '"low"' }], annotations: ['§ 9'] }],
      },
    });
  });

  it('keeps elements with the same id apart', async () => {
    const one = `<decision id="d" name="a">${literal('1')}</decision>`;
    const { definitions } = await readDefinitions(modelOf(one + one.replace('"a"', '"b"')));
    expect(definitions?.elements.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it.each([
    ['DMN.DTD_REFUSED', `<!DOCTYPE a [<!ENTITY b "c">]>${decided('')}`],
    ['DMN.TOO_DEEP', decided('<list>'.repeat(101) + '</list>'.repeat(101))],
    ['DMN.TOO_MANY_ELEMENTS', decided(`<list>${'<list/>'.repeat(40_000)}</list>`)],
    ['DMN.TOO_LARGE', decided(`<!--${'x'.repeat(5_000_000)}-->`)],
    ['DMN.XML_INVALID', decided('<list>')],
    ['DMN.XML_INVALID', 'no xml'],
    ['DMN.XML_INVALID', ''],
    ['DMN.XML_INVALID', '<a/>'],
    ['DMN.XML_INVALID', decided('<unheard/>')],
  ])('refuses with %s', async (code, xml) => {
    const { diagnostics } = await readDefinitions(xml);
    expect(diagnostics).toContainEqual(expect.objectContaining({ severity: 'error', code }));
  });
});
