import { ANY } from '../../feel/index.js';
import type { ConditionalExpression } from '../model/expression.js';
import type { Logic } from './logic.js';
import type { Surroundings } from './surroundings.js';

/** Only `true` is true, as in FEEL's `if` (DMN 1.4 §10.2.1.11). */
export const compileConditional = (expression: ConditionalExpression, around: Surroundings): Logic => {
  const condition = around.compile(expression.condition);
  const whenTrue = around.compile(expression.whenTrue);
  const whenFalse = around.compile(expression.whenFalse);
  return {
    type: whenTrue.type.kind === whenFalse.type.kind ? whenTrue.type : ANY,
    evaluate: (variables, run) => {
      const chosen = condition.evaluate(variables, run) === true ? whenTrue : whenFalse;
      return chosen.evaluate(variables, run);
    },
  };
};
