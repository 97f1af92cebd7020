import { type XmlDanger, type XmlLimits, checkXmlSafety, closeAttributeSpaces } from '@lianban/kernel';
import { type DmnElement, DmnModdle } from 'dmn-moddle';
import { type DmnDiagnostic, problem, warning } from '../model/diagnostic.js';
import type { Definitions, DrgElement, ItemDefinition } from '../model/definitions.js';
import { dmnPackage } from './dmn-package.js';
import { asOneVersion } from './dmn-versions.js';
import { elementOf, elementsOf, hrefsOf, nameOf, present, textOf } from './properties.js';
import { textLength } from './text-length.js';
import { readExpression, readFunction, readVariable } from './read-expression.js';

/** A table of a thousand rules has some ten elements a rule. */
export const DMN_XML_LIMITS: XmlLimits = { length: 5_000_000, depth: 100, elements: 40_000 };

/** Characters of all expressions together: a compiled one takes some hundred bytes for each. */
const MOST_TEXT = 500_000;

/** Characters of the constraints of all types together: a type is read at one go with those that it is made of. */
const MOST_TYPE_TEXT = 50_000;

const DANGER_CODES: Readonly<Record<XmlDanger['reason'], string>> = {
  TOO_LARGE: 'DMN.TOO_LARGE',
  DTD_REFUSED: 'DMN.DTD_REFUSED',
  TOO_DEEP: 'DMN.TOO_DEEP',
  TOO_MANY_ELEMENTS: 'DMN.TOO_MANY_ELEMENTS',
};

export interface DmnReading {
  readonly definitions?: Definitions;
  readonly diagnostics: readonly DmnDiagnostic[];
}

/** XML of DMN 1.1 to 1.6 as a model. Never throws on input. */
export const readDefinitions = async (xml: string): Promise<DmnReading> => {
  const danger = checkXmlSafety(xml, DMN_XML_LIMITS);
  if (danger) return { diagnostics: [problem(DANGER_CODES[danger.reason], danger.message)] };
  if (textLength(xml) > MOST_TEXT) {
    const message = `The expressions of the file have more than ${MOST_TEXT} characters.`;
    return { diagnostics: [problem('DMN.TOO_LARGE', message)] };
  }
  try {
    // References inside the diagram are not resolved, since ids are not collected.
    const { rootElement, warnings } = await new DmnModdle({ dmn: dmnPackage }).fromXML(
      closeAttributeSpaces(asOneVersion(xml)),
    );
    if (rootElement.$type !== 'dmn:Definitions') {
      return { diagnostics: [problem('DMN.XML_INVALID', 'The file holds no DMN definitions.')] };
    }
    const definitions = definitionsOf(rootElement);
    if (typeTextOf(definitions.itemDefinitions) > MOST_TYPE_TEXT) {
      const message = `The allowed values of its types have more than ${MOST_TYPE_TEXT} characters.`;
      return { diagnostics: [problem('DMN.TOO_LARGE', message)] };
    }
    return {
      definitions,
      diagnostics: warnings
        .filter(({ message }) => !message.startsWith('unresolved reference'))
        .map(({ message, element }) =>
          // What has no place in DMN would be lost; foreign attributes are the business of other tools.
          message.startsWith('unparsable content')
            ? problem('DMN.XML_INVALID', firstLine(message), element?.id)
            : warning('DMN.XML_IGNORED', firstLine(message), element?.id),
        ),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { diagnostics: [problem('DMN.XML_INVALID', firstLine(message))] };
  }
};

const firstLine = (message: string): string => message.split('\n')[0] ?? message;

const definitionsOf = (root: DmnElement): Definitions => ({
  ...present({ id: root.id }),
  name: nameOf(root),
  namespace: textOf(root, 'namespace') ?? '',
  imports: elementsOf(root, 'import').map((element) => ({
    ...present({ id: element.id, importType: textOf(element, 'importType') }),
    name: nameOf(element),
    namespace: textOf(element, 'namespace') ?? '',
  })),
  itemDefinitions: elementsOf(root, 'itemDefinition').map(itemDefinitionOf),
  elements: elementsOf(root, 'drgElement')
    .map(drgElementOf)
    .filter((element) => element !== undefined),
});

const itemDefinitionOf = (element: DmnElement): ItemDefinition => {
  const functionItem = elementOf(element, 'functionItem');
  return {
    name: nameOf(element),
    isCollection: element['isCollection'] === true,
    components: elementsOf(element, 'itemComponent').map(itemDefinitionOf),
    ...present({
      id: element.id,
      typeRef: textOf(element, 'typeRef')?.trim(),
      allowedValues: textOf(elementOf(element, 'allowedValues'), 'text'),
      typeConstraint: textOf(elementOf(element, 'typeConstraint'), 'text'),
      functionItem: functionItem && {
        parameters: elementsOf(functionItem, 'parameters').map(readVariable),
        ...present({ outputTypeRef: textOf(functionItem, 'outputTypeRef') }),
      },
    }),
  };
};

const typeTextOf = (types: readonly ItemDefinition[]): number =>
  types.reduce(
    (sum, { allowedValues = '', typeConstraint = '', components }) =>
      sum + allowedValues.length + typeConstraint.length + typeTextOf(components),
    0,
  );

const drgElementOf = (element: DmnElement): DrgElement | undefined => {
  const variable = elementOf(element, 'variable');
  const name = nameOf(element);
  const common = {
    id: element.id ?? name,
    name,
    variable: { ...(variable && readVariable(variable)), name: nameOf(variable) || name },
  };
  const required = (requirement: string, property: string): readonly string[] =>
    elementsOf(element, requirement).flatMap((it) => hrefsOf(it, property));
  switch (element.$type) {
    case 'dmn:InputData':
      return { kind: 'inputData', ...common };
    case 'dmn:Decision':
      return {
        kind: 'decision',
        ...common,
        requiredInputs: required('informationRequirement', 'requiredInput'),
        requiredDecisions: required('informationRequirement', 'requiredDecision'),
        requiredKnowledge: required('knowledgeRequirement', 'requiredKnowledge'),
        ...present({ logic: readExpression(elementOf(element, 'decisionLogic')) }),
      };
    case 'dmn:BusinessKnowledgeModel': {
      const logic = elementOf(element, 'encapsulatedLogic');
      return {
        kind: 'knowledgeModel',
        ...common,
        requiredKnowledge: required('knowledgeRequirement', 'requiredKnowledge'),
        ...present({ logic: logic && readFunction(logic) }),
      };
    }
    case 'dmn:DecisionService':
      return {
        kind: 'service',
        ...common,
        outputDecisions: hrefsOf(element, 'outputDecision'),
        encapsulatedDecisions: hrefsOf(element, 'encapsulatedDecision'),
        inputDecisions: hrefsOf(element, 'inputDecision'),
        inputData: hrefsOf(element, 'inputData'),
      };
    default:
      return undefined;
  }
};
