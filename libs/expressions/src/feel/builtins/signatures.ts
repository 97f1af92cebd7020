import type { Run } from '../run.js';
import type { FeelType } from '../types/feel-type.js';
import type { FeelParameter, FeelSignature, FeelValue } from '../values/feel-value.js';

/** A parameter of a built-in function. */
export interface BuiltInParameter extends FeelParameter {
  readonly type: FeelType;
}

/** One way of calling a built-in function. `body` gets arguments of the declared types, and null for those left out. */
export interface BuiltInSignature extends FeelSignature {
  readonly parameters: readonly BuiltInParameter[];
  readonly result: FeelType;
  readonly body: (args: readonly FeelValue[], run: Run) => FeelValue;
}

/** Those that take so many arguments, or arguments of these names. */
export const fittingSignatures = <S extends FeelSignature>(
  signatures: readonly S[],
  count: number,
  names: readonly string[] | undefined,
): readonly S[] => signatures.filter((signature) => fits(signature, count, names));

const fits = (
  { parameters, variadic }: FeelSignature,
  count: number,
  names: readonly string[] | undefined,
): boolean => {
  if (names !== undefined) {
    // A parameter that may be null may be left out by those who name the others.
    return (
      new Set(names).size === names.length &&
      names.every((name) => parameters.some((one) => one.name === name)) &&
      parameters.every(
        ({ name, optional, nullable }) => optional === true || nullable === true || names.includes(name),
      )
    );
  }
  const needed = parameters.filter((parameter) => parameter.optional !== true).length;
  return count >= needed && (variadic === true || count <= parameters.length);
};
