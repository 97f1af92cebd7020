import type { Run } from '../run.js';
import type { FeelValue } from '../values/feel-value.js';

/** Values of names that an expression itself binds, the innermost first. */
export class Environment {
  constructor(
    readonly value: FeelValue,
    readonly outer: Environment | null,
  ) {}
}

/** Where an expression finds the values of its names. A `Map` is one; undefined is a name without a value. */
export interface Variables {
  get(name: string): FeelValue | undefined;
}

/** What stays the same through one evaluation. */
export interface Frame {
  readonly variables: Variables;
  readonly run: Run;
}

/** A node, compiled. */
export type Step = (environment: Environment | null, frame: Frame) => FeelValue;

/** Compiles a node inside another one; handed around, since nodes hold one another in circles. */
export type Compile<N> = (node: N) => Step;
