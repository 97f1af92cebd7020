import { type Json, err, ok } from '@lianban/kernel';
import type { StepContext } from '../step/step-context.js';

const OPERATORS: Readonly<Record<string, (left: Json, right: Json) => Json>> = {
  '+': (left, right) => Number(left) + Number(right),
  '-': (left, right) => Number(left) - Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
  '<': (left, right) => Number(left) < Number(right),
  '=': (left, right) => left === right,
};

/**
 * The few expressions specs of the runtime need, so that they don't depend on FEEL: a JSON literal, a path into the
 * variables (absent is null), and `a + b`, `a - b`, `a < b`, `a >= b`, `a = b`. Whatever starts with `fail` fails.
 */
export const plainEvaluate: StepContext['evaluate'] = (expression, variables) => {
  if (expression.startsWith('fail')) {
    return err({ kind: 'invalid', code: 'EXPRESSIONS.FAILED', message: `${expression} failed.` });
  }
  const [left = '', operator, right] = expression.split(' ');
  const apply = operator === undefined ? undefined : OPERATORS[operator];
  if (apply && right !== undefined) return ok(apply(operand(left, variables), operand(right, variables)));
  return ok(operand(expression, variables));
};

const operand = (text: string, variables: Readonly<Record<string, unknown>>): Json => {
  if (/^(?:["[{\d-]|true$|false$|null$)/.test(text)) return JSON.parse(text) as Json;
  let value: unknown = variables;
  for (const key of text.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return (value ?? null) as Json;
};
