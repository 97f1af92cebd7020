import { type FeelType, NameScope, contextOf, functionOf } from '../../feel/index.js';
import type { Element, ReadableNames, Requirement } from '../evaluation/element.js';
import { isImport, readableNames } from '../evaluation/readable-names.js';
import { compileLogic } from '../logic/compile-logic.js';
import { nothing } from '../logic/logic.js';
import { Surroundings } from '../logic/surroundings.js';
import type { Decision, DecisionService, DrgElement, KnowledgeModel } from '../model/definitions.js';
import type { DmnDiagnostic } from '../model/diagnostic.js';
import type { FunctionExpression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { ANY_TYPE, type DmnType } from '../types/dmn-type.js';
import type { ItemTypes } from '../types/item-types.js';

/** What an element needs of its model to be compiled. */
export interface ElementWorkshop {
  readonly types: ItemTypes;
  /** Absent where the model was judged before. */
  readonly report?: ((finding: DmnDiagnostic) => void) | undefined;
  /** Compiles what is required first; what does not exist is reported and left out. */
  readonly require: (hrefs: readonly string[], by: DrgElement) => Pieces<readonly Requirement[]>;
}

export function* compileElement(source: DrgElement, workshop: ElementWorkshop): Pieces<Element> {
  const named = { id: source.id, name: source.name, variable: source.variable.name };
  switch (source.kind) {
    case 'inputData':
      return { kind: 'inputData', ...named, type: workshop.types.typeOf(source.variable.typeRef, source.id) };
    case 'decision': {
      const type = workshop.types.typeOf(source.variable.typeRef, source.id);
      return { kind: 'decision', ...named, type, ...(yield* decisionLogic(source, workshop)) };
    }
    case 'knowledgeModel':
      return { kind: 'knowledgeModel', ...named, ...(yield* knowledge(source, workshop)) };
    case 'service':
      return { kind: 'service', ...named, ...(yield* service(source, workshop)) };
  }
}

function* decisionLogic(source: Decision, workshop: ElementWorkshop) {
  const { requiredInputs, requiredDecisions, requiredKnowledge } = source;
  const hrefs = [...requiredInputs, ...requiredDecisions, ...requiredKnowledge];
  const reads = readableNames(yield* workshop.require(hrefs, source));
  const logic = source.logic
    ? yield* compileLogic(source.logic, surroundings(source.id, reads, workshop))
    : nothing('DMN.LOGIC_MISSING', `The decision "${source.name}" has no logic.`);
  return { reads, logic };
}

function* knowledge(source: KnowledgeModel, workshop: ElementWorkshop) {
  const reads = readableNames(yield* workshop.require(source.requiredKnowledge, source));
  const { logic, variable } = source;
  if (logic === undefined) {
    const message = `The business knowledge "${source.name}" has no logic.`;
    return { reads, logic: nothing('DMN.LOGIC_MISSING', message) };
  }
  const typed: FunctionExpression =
    logic.typeRef === undefined && variable.typeRef !== undefined
      ? { ...logic, typeRef: variable.typeRef }
      : logic;
  const own = functionOf(undefined, { kind: 'any' });
  const around = surroundings(source.id, reads, workshop, [[variable.name, own]]);
  return { reads, logic: yield* compileLogic(typed, around) };
}

function* service(source: DecisionService, workshop: ElementWorkshop) {
  const inputs = yield* workshop.require([...source.inputData, ...source.inputDecisions], source);
  const outputs = yield* workshop.require(source.outputDecisions, source);
  const type = workshop.types.typeOf(source.variable.typeRef, source.id);
  const result: DmnType = type.shape.kind === 'function' ? { ...ANY_TYPE, shape: type.shape.result } : type;
  const parameters = inputs.map(({ element }) => ({ name: element.variable, type: valueType(element) }));
  return { inputs, outputs, signature: { parameters, result } };
}

const valueType = (element: Element): DmnType =>
  element.kind === 'inputData' || element.kind === 'decision' ? element.type : ANY_TYPE;

const surroundings = (
  elementId: string,
  reads: ReadableNames,
  { types, report }: ElementWorkshop,
  more: readonly (readonly [string, FeelType])[] = [],
): Surroundings => {
  const scope = NameScope.of([...more, ...typesOf(reads)], types.shapes());
  return new Surroundings({ types, report, compile: compileLogic }, scope, elementId);
};

const typesOf = (reads: ReadableNames): readonly (readonly [string, FeelType])[] =>
  [...reads].map(([name, found]) => [
    name,
    isImport(found) ? contextOf(typesOf(found)) : shapeOf(found.element),
  ]);

const shapeOf = (element: Element): FeelType => {
  switch (element.kind) {
    case 'inputData':
      return element.type.shape;
    case 'decision':
      return element.type.shape.kind === 'any' ? element.logic.type : element.type.shape;
    case 'knowledgeModel':
      return element.logic.type;
    case 'service': {
      const { parameters, result } = element.signature;
      return functionOf(
        parameters.map(({ type }) => type.shape),
        result.shape,
      );
    }
  }
};
