import type { CompiledFeel } from '../../feel/index.js';
import type { Logic } from '../logic/logic.js';
import type { Constraint, DmnType } from '../types/dmn-type.js';

/** An input of a table, ready to run. */
export interface Column {
  /** As it is written, for diagnostics. */
  readonly text: string;
  readonly logic: Logic;
  readonly allowed?: Constraint;
}

export interface Output {
  readonly name: string;
  readonly type: DmnType;
  readonly allowed?: Constraint;
  /** Single tests from the highest priority to the lowest; empty where values have no order. */
  readonly order: readonly Constraint[];
  readonly default?: Logic;
}

export interface Rule {
  /** Its id in the file, or its number. */
  readonly id: string;
  /** One a column; undefined where any value will do. */
  readonly tests: readonly (CompiledFeel | undefined)[];
  readonly outputs: readonly Logic[];
}
