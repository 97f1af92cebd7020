import { problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';
import { planExpressions } from './plan-expressions.js';

/** Every FEEL text must be readable and bounded before anything is published. */
export const checkExpressions: PlanCheck = (plan, { expressionProblem }) =>
  planExpressions(plan).flatMap(({ id, text }) => {
    const reason = expressionProblem(text);
    return reason === undefined ? [] : [problem('BPMN.EXPRESSION', `${reason} (${text})`, id)];
  });
