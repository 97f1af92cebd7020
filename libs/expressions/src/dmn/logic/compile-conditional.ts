import { ANY } from '../../feel/index.js';
import type { ConditionalExpression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { formula } from './formula.js';
import type { Logic } from './logic.js';
import type { Surroundings } from './surroundings.js';

const isTrue = formula('if condition then true else false', ['condition']);

/** Boxed conditional (DMN 1.4 §10.2.1.11): as FEEL's own `if`. */
export function* compileConditional(expression: ConditionalExpression, around: Surroundings): Pieces<Logic> {
  const condition = yield* around.compile(expression.condition);
  const whenTrue = yield* around.compile(expression.whenTrue);
  const whenFalse = yield* around.compile(expression.whenFalse);
  return {
    type: whenTrue.type.kind === whenFalse.type.kind ? whenTrue.type : ANY,
    evaluate: (variables, run) => {
      const judged = isTrue({ condition: condition.evaluate(variables, run) }, run);
      if (judged === null) return null;
      return (judged === true ? whenTrue : whenFalse).evaluate(variables, run);
    },
  };
}
