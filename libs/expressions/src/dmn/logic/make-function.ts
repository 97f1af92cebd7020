import { type FeelValue, type Variables, FeelFunction } from '../../feel/index.js';
import { type DmnType, takeAs } from '../types/dmn-type.js';
import { type Logic, over } from './logic.js';

/** What can be invoked, as the model declares it. */
export interface Signature {
  readonly parameters: readonly { readonly name: string; readonly type: DmnType }[];
  readonly result: DmnType;
}

/**
 * A function of a decision model as a value. An argument that its parameter does not take makes the result null without
 * a call (DMN 1.3 §10.3.2.13.2); a result that its type does not take is null.
 */
export const makeFunction = (
  { parameters, result }: Signature,
  body: Logic,
  outside: Variables,
): FeelFunction =>
  FeelFunction.of(
    parameters.map(({ name, type }) => ({ name, type: type.shape })),
    (args, run) => {
      const values = new Map<string, FeelValue>();
      for (const [index, { name, type }] of parameters.entries()) {
        const given = args[index] ?? null;
        const taken = takeAs(given, type, run, `The argument "${name}"`);
        if (taken === null && given !== null) return null;
        values.set(name, taken);
      }
      run.enter();
      const value = body.evaluate(over(values, outside), run);
      run.leave();
      return takeAs(value, result, run, 'The result of the function');
    },
    result.shape,
  );
