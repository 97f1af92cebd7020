import fc from 'fast-check';
import { decide } from '../index.js';
import { modelOf } from '../specimens/model-of.js';
import { compileDecisions, loadDecisions } from './compile-decisions.js';

const table = (rules: number): string =>
  modelOf(`<inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData>
    <decision id="fee" name="fee"><variable name="fee" typeRef="number"/>
    <informationRequirement><requiredInput href="#n"/></informationRequirement>
    <decisionTable hitPolicy="FIRST"><input><inputExpression><text>n</text></inputExpression></input><output/>
    ${Array.from(
      { length: rules },
      (_, index) =>
        `<rule id="r${index}"><inputEntry><text>[${index * 10}..${index * 10 + 15})</text></inputEntry><outputEntry><text>n + ${index}</text></outputEntry></rule>`,
    ).join('')}
    </decisionTable></decision>`);

describe('a file that was judged when it was published', () => {
  it('decides as it did then', async () => {
    const xml = table(40);
    const { model: judged } = await compileDecisions(xml);
    const loaded = await loadDecisions(xml, [], () => Promise.resolve());
    if (!judged || !loaded) throw new Error('both are read');
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 500 }), (n) => {
        const [once, again] = [judged, loaded].map((model) => decide(model, 'fee', { n }));
        expect(again).toEqual(once);
      }),
    );
  });

  it('lets others in between its pieces', async () => {
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      return Promise.resolve();
    };
    await loadDecisions(table(2), [table(1), table(1)], pause);
    expect(pauses).toBe(3);
  });
});
