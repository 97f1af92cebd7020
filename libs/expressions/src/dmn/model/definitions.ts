import type { Expression, FunctionExpression, Variable } from './expression.js';

/** One DMN file, as it is written. */
export interface Definitions {
  readonly id?: string;
  readonly name: string;
  readonly namespace: string;
  readonly imports: readonly Import[];
  readonly itemDefinitions: readonly ItemDefinition[];
  readonly elements: readonly DrgElement[];
}

/** Another DMN file whose elements are read as `name.element`; without a name as `element`. */
export interface Import {
  readonly id?: string;
  readonly name: string;
  readonly namespace: string;
  readonly importType?: string;
}

/** A type with a name (DMN 1.5 §7.3.3). */
export interface ItemDefinition {
  readonly id?: string;
  readonly name: string;
  readonly typeRef?: string;
  readonly isCollection: boolean;
  /** Unary tests; of a collection they concern each item. */
  readonly allowedValues?: string;
  /** Unary tests of DMN 1.5; of a collection they concern the collection as a whole. */
  readonly typeConstraint?: string;
  readonly components: readonly ItemDefinition[];
  readonly functionItem?: { readonly parameters: readonly Variable[]; readonly outputTypeRef?: string };
}

export type DrgElement = InputData | Decision | KnowledgeModel | DecisionService;

interface DrgElementBase {
  readonly id: string;
  readonly name: string;
  readonly variable: Variable;
}

interface InputData extends DrgElementBase {
  readonly kind: 'inputData';
}

/** References are written `#id` or `namespace#id`. */
export interface Decision extends DrgElementBase {
  readonly kind: 'decision';
  readonly requiredInputs: readonly string[];
  readonly requiredDecisions: readonly string[];
  readonly requiredKnowledge: readonly string[];
  readonly logic?: Expression;
}

export interface KnowledgeModel extends DrgElementBase {
  readonly kind: 'knowledgeModel';
  readonly requiredKnowledge: readonly string[];
  readonly logic?: FunctionExpression;
}

export interface DecisionService extends DrgElementBase {
  readonly kind: 'service';
  readonly outputDecisions: readonly string[];
  readonly encapsulatedDecisions: readonly string[];
  readonly inputDecisions: readonly string[];
  readonly inputData: readonly string[];
}
