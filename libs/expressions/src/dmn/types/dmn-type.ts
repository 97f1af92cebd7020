import { type FeelType, type FeelValue, type Run, ANY, coerce } from '../../feel/index.js';

/** Whether a value that has the shape of its type also meets its constraints. */
export type Constraint = (value: FeelValue, run: Run) => boolean;

/** A type as a model declares it: a shape, which FEEL knows, and what allowed values and type constraints add. */
export interface DmnType {
  readonly shape: FeelType;
  readonly constraint?: Constraint;
}

export const ANY_TYPE: DmnType = { shape: ANY };

/**
 * A value as a type takes it (DMN 1.3 §10.3.2.9.4): conforming as it is, a list of one as its item; anything else is
 * null with a diagnostic. Null is of every type.
 */
export const takeAs = (value: FeelValue, type: DmnType, run: Run, what: string): FeelValue => {
  const taken = coerce(value, type.shape, run, what);
  if (taken === null || type.constraint === undefined || type.constraint(taken, run)) return taken;
  return run.warn('DMN.VALUE_NOT_ALLOWED', `${what} is none of the allowed values.`);
};
