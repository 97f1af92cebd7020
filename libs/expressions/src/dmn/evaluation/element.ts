import type { Logic } from '../logic/logic.js';
import type { Signature } from '../logic/make-function.js';
import type { DmnType } from '../types/dmn-type.js';

/** An element of a model as another one requires it: through imports, named from the outside inwards. */
export interface Requirement {
  readonly path: readonly string[];
  readonly element: Element;
}

/**
 * The names that the logic of an element may read: those of its requirements, and imports as contexts of what is
 * required from them.
 */
export type ReadableNames = ReadonlyMap<string, Requirement | ReadableNames>;

interface ElementBase {
  readonly id: string;
  readonly name: string;
  /** The name by which others read it. */
  readonly variable: string;
}

interface InputElement extends ElementBase {
  readonly kind: 'inputData';
  readonly type: DmnType;
}

export interface DecisionElement extends ElementBase {
  readonly kind: 'decision';
  readonly type: DmnType;
  readonly reads: ReadableNames;
  readonly logic: Logic;
}

export interface KnowledgeElement extends ElementBase {
  readonly kind: 'knowledgeModel';
  readonly reads: ReadableNames;
  /** Its function, which may also call itself. */
  readonly logic: Logic;
}

export interface ServiceElement extends ElementBase {
  readonly kind: 'service';
  readonly signature: Signature;
  /** What the parameters stand for: input data, then input decisions (DMN 1.3 §10.4). */
  readonly inputs: readonly Requirement[];
  readonly outputs: readonly Requirement[];
}

/** A compiled element of a decision requirements graph. */
export type Element = InputElement | DecisionElement | KnowledgeElement | ServiceElement;

/** A compiled DMN file with the files it imports. */
export interface CompiledModel {
  readonly name: string;
  readonly namespace: string;
  readonly elements: readonly Element[];
  readonly imports: ReadonlyMap<string, CompiledModel>;
}
