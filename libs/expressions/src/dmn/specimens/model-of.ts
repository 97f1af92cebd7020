/** A DMN file with these elements; `namespace` tells files apart that import one another. */
export const modelOf = (elements: string, namespace = 'https://lianban.test/model'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="model" name="model" namespace="${namespace}">
${elements}
</definitions>`;

export const literal = (text: string): string =>
  `<literalExpression><text>${escaped(text)}</text></literalExpression>`;

export const inputData = (name: string, typeRef?: string): string =>
  `<inputData id="${idOf(name)}" name="${name}"><variable name="${name}"${typed(typeRef)}/></inputData>`;

/** Requirements are ids, or references in full; `logic` is XML. */
export const decision = (
  name: string,
  logic: string,
  { typeRef, requires = [], knows = [] }: { typeRef?: string; requires?: string[]; knows?: string[] } = {},
): string => `<decision id="${idOf(name)}" name="${name}">
  <variable name="${name}"${typed(typeRef)}/>
  ${requires.map((href) => `<informationRequirement><requiredInput href="${full(href)}"/></informationRequirement>`).join('')}
  ${knows.map((href) => `<knowledgeRequirement><requiredKnowledge href="${full(href)}"/></knowledgeRequirement>`).join('')}
  ${logic}
</decision>`;

/** A table; each rule is its tests, then its outputs. */
export const table = (
  attributes: string,
  inputs: readonly string[],
  outputs: readonly string[],
  rules: readonly (readonly string[])[],
): string => `<decisionTable id="table" ${attributes}>
  ${inputs.map((input) => (input.startsWith('<') ? input : `<input>${inputExpression(input)}</input>`)).join('')}
  ${outputs.join('')}
  ${rules.map((cells, rule) => ruleOf(cells, inputs.length, rule)).join('\n')}
</decisionTable>`;

export const inputExpression = (text: string): string =>
  `<inputExpression><text>${escaped(text)}</text></inputExpression>`;

export const knowledge = (name: string, parameters: readonly string[], logic: string, typeRef = ''): string =>
  `<businessKnowledgeModel id="_${name}" name="${name}"><variable name="${name}"/>
   <encapsulatedLogic${typeRef && ` typeRef="${typeRef}"`}>
   ${parameters.map((parameter) => `<formalParameter ${parameter}/>`).join('')}${logic}</encapsulatedLogic></businessKnowledgeModel>`;

export const entry = (name: string, logic: string, typeRef = ''): string =>
  `<contextEntry>${name && `<variable name="${name}"${typeRef && ` typeRef="${typeRef}"`}/>`}${logic}</contextEntry>`;

export const itemDefinition = (name: string, inner: string, collection = false): string =>
  `<itemDefinition name="${name}" isCollection="${collection}">${inner}</itemDefinition>`;

const ruleOf = (cells: readonly string[], inputs: number, rule: number): string =>
  `<rule id="rule_${rule + 1}">${cells
    .map((cell, at) => {
      const tag = at < inputs ? 'inputEntry' : 'outputEntry';
      return `<${tag}><text>${escaped(cell)}</text></${tag}>`;
    })
    .join('')}</rule>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const idOf = (name: string): string => `_${name.replaceAll(/[^\p{L}\p{N}]/gu, '_')}`;
const typed = (typeRef: string | undefined): string => (typeRef === undefined ? '' : ` typeRef="${typeRef}"`);
const full = (href: string): string => (href.includes('#') ? href : `#${idOf(href)}`);
