import { readDefinitions } from '@lianban/expressions/dmn';
import { type DecisionModel, isDeciding, requirementsOf } from './decision-model.js';

const dmn = (inside: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:d">${inside}</definitions>`;

const modelOf = async (inside: string): Promise<DecisionModel> => {
  const { definitions, diagnostics } = await readDefinitions(dmn(inside));
  expect(diagnostics).toEqual([]);
  return { file: 'd.dmn', elements: definitions?.elements ?? [] };
};

describe('what a decision asks for', () => {
  it('is told by names, whatever the file and the way it refers to it', async () => {
    const other = await modelOf('<inputData id="size" name="places"/>');
    const model = await modelOf(`
      <decision id="base" name="Base"/>
      <businessKnowledgeModel id="rate" name="Rate"/>
      <decision id="risk" name="Risk">
        <informationRequirement><requiredInput href="urn:d#size"/></informationRequirement>
        <informationRequirement><requiredDecision href="#base"/></informationRequirement>
        <knowledgeRequirement><requiredKnowledge href="#rate"/></knowledgeRequirement>
      </decision>
      <decisionService id="all" name="All"><outputDecision href="#risk"/><inputData href="#gone"/></decisionService>`);
    const deciding = model.elements.filter(isDeciding);
    const asked = deciding.map((element) => [element.name, requirementsOf(element, [model, other])]);
    expect(Object.fromEntries(asked)).toEqual({
      Base: { data: [], decisions: [], knowledge: [] },
      Rate: { data: [], decisions: [], knowledge: [] },
      Risk: { data: ['places'], decisions: ['Base'], knowledge: ['Rate'] },
      All: { data: ['gone'], decisions: ['Risk'], knowledge: [] },
    });
    expect(other.elements.filter(isDeciding)).toEqual([]);
  });
});
