import {
  type FeelType,
  type FeelValue,
  type Variables,
  ANY,
  BOOLEAN,
  FeelFunction,
  listOf,
} from '../../feel/index.js';
import type { ForExpression, QuantifiedExpression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { formula } from './formula.js';
import { type Logic, over } from './logic.js';
import type { Surroundings } from './surroundings.js';

const collect = formula('for x in list return step(x, partial)', ['list', 'step']);
const quantified = {
  some: formula('some x in list satisfies step(x)', ['list', 'step']),
  every: formula('every x in list satisfies step(x)', ['list', 'step']),
};

/** The logic of each round, as a function of the round's values. */
const stepOf = (names: readonly string[], logic: Logic, variables: Variables): FeelFunction =>
  FeelFunction.of(
    names.map((name) => ({ name })),
    (args, run) => {
      const values = new Map<string, FeelValue>(names.map((name, index) => [name, args[index] ?? null]));
      return logic.evaluate(over(values, variables), run);
    },
  );

const itemOf = (type: FeelType): FeelType => (type.kind === 'list' || type.kind === 'range' ? type.of : ANY);

/** Boxed `for` (DMN 1.4 §10.2.1.13): as FEEL's own, with `partial`. */
export function* compileFor({ variable, list, each }: ForExpression, around: Surroundings): Pieces<Logic> {
  const domain = yield* around.compile(list);
  const inside = around.with([
    ['partial', listOf(ANY)],
    [variable, itemOf(domain.type)],
  ]);
  const logic = yield* inside.compile(each);
  return {
    type: listOf(logic.type),
    evaluate: (variables, run) => {
      const step = stepOf([variable, 'partial'], logic, variables);
      return collect({ list: domain.evaluate(variables, run), step }, run);
    },
  };
}

/** Boxed `some` and `every` (DMN 1.4 §10.2.1.14). */
export function* compileQuantified(expression: QuantifiedExpression, around: Surroundings): Pieces<Logic> {
  const { kind, variable, list, condition } = expression;
  const domain = yield* around.compile(list);
  const logic = yield* around.with([[variable, itemOf(domain.type)]]).compile(condition);
  return {
    type: BOOLEAN,
    evaluate: (variables, run) => {
      const step = stepOf([variable], logic, variables);
      return quantified[kind]({ list: domain.evaluate(variables, run), step }, run);
    },
  };
}
