import { type AppError, type Json, type Result, err, ok } from '@lianban/kernel';
import { EXPRESSION_LIMITS } from './expression-limits.js';
import { BudgetExhausted, type FeelValue, Run, fromJson, parseDateTime, toJson } from './feel/index.js';
import { type ParsedExpression, parseExpression } from './parse-expression.js';

export type Variables = Readonly<Record<string, unknown>>;

/** Evaluates bounded FEEL. Deterministic: the same text and variables give the same answer, always. */
export interface Evaluator {
  /** An absent variable is null, as FEEL has it; what cannot be evaluated is an error value, never a throw. */
  evaluate(expression: string, variables: Variables): Result<Json, AppError>;
}

const CACHED_EXPRESSIONS = 5_000;

/** Mistakes of the expression. An absent name, entry or operand is null, as FEEL has it, and no mistake. */
const FATAL: ReadonlySet<string> = new Set([
  'EXPRESSIONS.ARGUMENTS',
  'EXPRESSIONS.DUPLICATE_KEY',
  'EXPRESSIONS.INVALID_ARGUMENT',
  'EXPRESSIONS.NO_CLOCK',
  'EXPRESSIONS.NUMBER_RANGE',
  'EXPRESSIONS.UNKNOWN_FUNCTION',
  'EXPRESSIONS.WRONG_TYPE',
]);

/** FEEL with a budget that suits a locked case; each expression is read once. */
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
      return reading.ok ? evaluated(reading.value, variables) : reading;
    },
  };
};

const evaluated = ({ text, compiled }: ParsedExpression, variables: Variables): Result<Json, AppError> => {
  const run = new Run({ operations: EXPRESSION_LIMITS.operations, now: () => clockOf(variables) });
  // Only what the expression reads becomes a value of FEEL.
  const get = (name: string): FeelValue | undefined =>
    Object.hasOwn(variables, name) ? fromJson(variables[name], run) : undefined;
  try {
    const value = compiled.evaluate({ get }, run);
    const fatal = run.diagnostics.find(({ code }) => FATAL.has(code));
    if (fatal) return failed(text, fatal.message);
    const json = toJson(value, run);
    return json === undefined ? failed(text, 'The value is no data.') : ok(json);
  } catch (error) {
    if (!(error instanceof BudgetExhausted)) throw error;
    return err({ kind: 'invalid', code: error.code, message: error.message, details: { expression: text } });
  }
};

/** `now()` is the moment that the transition gives as `now`, never the machine's. */
const clockOf = ({ now }: Variables): ReturnType<typeof parseDateTime> =>
  typeof now === 'string' ? parseDateTime(now) : undefined;

const failed = (expression: string, reason: string): Result<never, AppError> =>
  err({
    kind: 'invalid',
    code: 'EXPRESSIONS.FAILED',
    message: `The expression could not be evaluated: ${reason}`,
    details: { expression },
  });
