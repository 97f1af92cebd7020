import {
  type FeelProblem,
  type NameScope,
  FeelContext,
  compileUnaryTests,
  isList,
} from '../../feel/index.js';
import type { Constraint, DmnType } from './dmn-type.js';

type Maybe = Constraint | undefined;

/** Unary tests that a value must meet. What cannot be read is reported and forbids nothing. */
export const testsOf = (text: string, scope: NameScope, report: (problem: FeelProblem) => void): Maybe => {
  const tests = compileUnaryTests(text, scope);
  if (!tests.ok) {
    report(tests.error);
    return undefined;
  }
  return (value, run) => tests.value.evaluate(new Map([['?', value]]), run) === true;
};

export const allOf = (constraints: readonly Maybe[]): Maybe => {
  const present = constraints.filter((it) => it !== undefined);
  if (present.length < 2) return present[0];
  return (value, run) => present.every((constraint) => constraint(value, run));
};

export const eachItem = (constraint: Maybe): Maybe =>
  constraint &&
  ((value, run) => !isList(value) || value.every((item) => item === null || constraint(item, run)));

export const entriesOf = (entries: readonly (readonly [string, DmnType])[]): Maybe => {
  const constrained = entries.flatMap(([name, { constraint }]) => (constraint ? [{ name, constraint }] : []));
  if (constrained.length === 0) return undefined;
  return (value, run) =>
    !(value instanceof FeelContext) ||
    constrained.every(({ name, constraint }) => {
      const entry = value.get(name) ?? null;
      return entry === null || constraint(entry, run);
    });
};
