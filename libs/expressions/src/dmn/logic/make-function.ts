import { type FeelValue, type Run, type Variables, FeelFunction } from '../../feel/index.js';
import { type DmnType, takeAs } from '../types/dmn-type.js';
import { type Logic, over } from './logic.js';

/** What can be invoked, as the model declares it. */
export interface Signature {
  readonly parameters: readonly { readonly name: string; readonly type: DmnType }[];
  readonly result: DmnType;
}

/**
 * Arguments as their parameters take them; what is left out is null. Undefined where one is not taken, which makes the
 * result null without a call (DMN 1.3 §10.3.2.13.2).
 */
export const takeArguments = (
  { parameters }: Signature,
  args: readonly FeelValue[],
  run: Run,
): readonly FeelValue[] | undefined => {
  const all: FeelValue[] = [];
  for (const [index, { name, type }] of parameters.entries()) {
    const given = args[index] ?? null;
    const taken = takeAs(given, type, run, `The argument "${name}"`);
    if (taken === null && given !== null) return undefined;
    all.push(taken);
  }
  return all;
};

/** A function of a decision model as a value; a result that its type does not take is null. */
export const makeFunction = (signature: Signature, body: Logic, outside: Variables): FeelFunction => {
  const { parameters, result } = signature;
  return FeelFunction.of(
    parameters.map(({ name, type }) => ({ name, type: type.shape })),
    (args, run) => {
      const taken = takeArguments(signature, args, run);
      if (taken === undefined) return null;
      const values = new Map(parameters.map(({ name }, index) => [name, taken[index] ?? null] as const));
      run.enter();
      const value = body.evaluate(over(values, outside), run);
      run.leave();
      return takeAs(value, result, run, 'The result of the function');
    },
    result.shape.kind === 'any' ? body.type : result.shape,
  );
};
