import type { Run } from '../run.js';
import {
  FeelFunction,
  type FeelParameter,
  type FeelSignature,
  type FeelValue,
} from '../values/feel-value.js';
import { invokeSignatures } from './invocation.js';
import { type BuiltInSignature, fittingSignatures } from './signatures.js';

/** A function of FEEL itself (DMN 1.3 §10.3.4), which may be called in several ways. */
export class BuiltIn extends FeelFunction {
  constructor(
    readonly name: string,
    readonly signatures: readonly BuiltInSignature[],
  ) {
    super();
  }

  override get parameters(): readonly FeelParameter[] {
    return this.signatures[0]?.parameters ?? [];
  }

  override invoke(args: readonly FeelValue[], run: Run): FeelValue {
    return invokeSignatures(
      this.name,
      fittingSignatures(this.signatures, args.length, undefined),
      args,
      undefined,
      run,
    );
  }
}

/** The ways in which a function can be called. */
export const signaturesOf = (called: FeelFunction): readonly FeelSignature[] =>
  called instanceof BuiltIn ? called.signatures : [{ parameters: called.parameters }];
