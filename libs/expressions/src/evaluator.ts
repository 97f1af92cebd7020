import { type AppError, type Json, type Result, err, ok } from '@lianban/kernel';
import { evaluate as feelEvaluate } from 'feelin';
import { toJson } from './json-value.js';
import { type ParsedExpression, parseExpression } from './parse-expression.js';

export type Variables = Readonly<Record<string, unknown>>;

/** Evaluates bounded FEEL. Deterministic: the same text and variables give the same answer, always. */
export interface Evaluator {
  /** An absent variable is null, as FEEL has it; what cannot be evaluated is an error value, never a throw. */
  evaluate(expression: string, variables: Variables): Result<Json, AppError>;
}

const CACHED_EXPRESSIONS = 5_000;

/** Mistakes of the expression; an absent name or property is null, as FEEL has it. */
const FATAL_WARNINGS: ReadonlySet<string> = new Set([
  'NO_FUNCTION_FOUND',
  'INVALID_ARGUMENTS',
  'FUNCTION_INVOCATION_FAILURE',
  'UNSUPPORTED',
]);

/** `feelin` behind our own interface: reading is done once an expression, and bounds are proven before it ever runs. */
export const createEvaluator = (): Evaluator => {
  const read = new Map<string, Result<ParsedExpression, AppError>>();

  const parsed = (expression: string): Result<ParsedExpression, AppError> => {
    const known = read.get(expression);
    if (known) return known;
    if (read.size >= CACHED_EXPRESSIONS) read.clear();
    const result = parseExpression(expression);
    read.set(expression, result);
    return result;
  };

  return {
    evaluate(expression, variables) {
      const reading = parsed(expression);
      if (!reading.ok) return reading;
      try {
        const { value, warnings } = feelEvaluate(reading.value.text, { ...variables });
        const fatal = warnings.find(({ type }) => FATAL_WARNINGS.has(type));
        if (fatal) return failed(expression, fatal.message);
        const json = toJson(value);
        return json === undefined ? failed(expression, 'The value is no data.') : ok(json);
      } catch (error) {
        return failed(expression, error instanceof Error ? error.message : String(error));
      }
    },
  };
};

const failed = (expression: string, reason: string): Result<never, AppError> =>
  err({
    kind: 'invalid',
    code: 'EXPRESSIONS.FAILED',
    message: `The expression could not be evaluated: ${reason}`,
    details: { expression },
  });
