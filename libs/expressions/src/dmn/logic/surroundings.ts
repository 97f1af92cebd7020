import type { FeelProblem, FeelType, NameScope } from '../../feel/index.js';
import { type DmnDiagnostic, problem, warning } from '../model/diagnostic.js';
import type { Expression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import type { ItemTypes } from '../types/item-types.js';
import type { Logic } from './logic.js';

/** What a model gives to the compilation of its logic. */
interface Workshop {
  readonly types: ItemTypes;
  /** Absent where the model was judged before it was published: nobody would read what is found. */
  readonly report?: ((finding: DmnDiagnostic) => void) | undefined;
  /** Every kind of expression; given from outside, since expressions hold expressions. */
  readonly compile: (expression: Expression | undefined, around: Surroundings) => Pieces<Logic>;
}

/** What a piece of decision logic sees of its model while it is compiled: names, types, and where to report. */
export class Surroundings {
  constructor(
    private readonly workshop: Workshop,
    readonly scope: NameScope,
    /** The nearest element with an id, for findings about what has none. */
    readonly elementId: string | undefined,
    /** Scopes inside one another: each entry of a context opens one for those after it. */
    readonly depth = 0,
  ) {}

  get types(): ItemTypes {
    return this.workshop.types;
  }

  with(names: Iterable<readonly [string, FeelType]>): Surroundings {
    return new Surroundings(this.workshop, this.scope.with(names), this.elementId, this.depth + 1);
  }

  at(elementId: string | undefined): Surroundings {
    return elementId === undefined
      ? this
      : new Surroundings(this.workshop, this.scope, elementId, this.depth);
  }

  /** Whether somebody wants to know what is wrong. */
  get judged(): boolean {
    return this.workshop.report !== undefined;
  }

  compile(expression: Expression | undefined): Pieces<Logic> {
    return this.workshop.compile(expression, this);
  }

  /** A model with this finding cannot be published. */
  refuse(code: string, message: string): void {
    this.workshop.report?.(problem(code, message, this.elementId));
  }

  doubt(code: string, message: string): void {
    this.workshop.report?.(warning(code, message, this.elementId));
  }

  unreadable(source: string, { code, message }: FeelProblem): void {
    this.refuse(code, `${message} In: ${source.trim().slice(0, 80)}`);
  }
}
