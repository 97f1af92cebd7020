import type { FeelType } from '../types/feel-type.js';
import type { Run } from '../run.js';
import type { FeelValue } from './feel-value.js';

export interface FeelParameter {
  readonly name: string;
  /** What an argument is coerced to; absent is `any`. */
  readonly type?: FeelType;
  /** May be left out, and is null then. */
  readonly optional?: boolean;
}

/** One way of calling a function. */
export interface FeelSignature {
  readonly parameters: readonly FeelParameter[];
  /** The last parameter takes any number of arguments, one after the other. */
  readonly variadic?: boolean;
}

/**
 * A function as a value: built in, written in FEEL, or made by a decision model (business knowledge, decision service).
 * `invoke` takes the arguments in the order of the parameters; the caller has matched names and coerced types.
 */
export abstract class FeelFunction {
  abstract readonly parameters: readonly FeelParameter[];
  /** What it answers, where known. */
  readonly result: FeelType | undefined = undefined;

  abstract invoke(args: readonly FeelValue[], run: Run): FeelValue;

  static of(
    parameters: readonly FeelParameter[],
    body: (args: readonly FeelValue[], run: Run) => FeelValue,
    result?: FeelType,
  ): FeelFunction {
    return new PlainFunction(parameters, body, result);
  }
}

class PlainFunction extends FeelFunction {
  constructor(
    readonly parameters: readonly FeelParameter[],
    private readonly body: (args: readonly FeelValue[], run: Run) => FeelValue,
    override readonly result: FeelType | undefined,
  ) {
    super();
  }

  override invoke(args: readonly FeelValue[], run: Run): FeelValue {
    return this.body(args, run);
  }
}
