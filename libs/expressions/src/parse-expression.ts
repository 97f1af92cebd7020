import { type AppError, type Result, err, ok } from '@lianban/kernel';
import { EXPRESSION_LIMITS } from './expression-limits.js';
import { type CompiledFeel, type FeelProblem, NameScope, compileExpression } from './feel/index.js';

/** An expression that was read and found to make sense. */
export interface ParsedExpression {
  readonly text: string;
  /** Variables it reads. */
  readonly names: readonly string[];
  readonly compiled: CompiledFeel;
}

const refuse = ({ code, message, place }: FeelProblem): Result<never, AppError> =>
  err({
    kind: 'invalid',
    code,
    message,
    ...(place === undefined ? {} : { details: { position: place.from } }),
  });

/**
 * Reads FEEL as processes use it, on data that nobody declared. What cannot be read is refused, and what can never
 * work: functions that do not exist, arguments that they do not take, operands that do not go together. `position`
 * counts in the text without what was trimmed. A leading `=`, as Camunda's modeler writes it, is tolerated.
 */
export const parseExpression = (source: string): Result<ParsedExpression, AppError> => {
  const text = source.trim().replace(/^=/, '').trim();
  if (text.length > EXPRESSION_LIMITS.length) {
    return refuse({
      code: 'EXPRESSIONS.TOO_LONG',
      message: `The expression has more than ${EXPRESSION_LIMITS.length} characters.`,
    });
  }
  const read = compileExpression(text, NameScope.open);
  if (!read.ok) return refuse(read.error);
  const compiled = read.value;
  const [problem] = compiled.problems;
  return problem ? refuse(problem) : ok({ text, names: compiled.names, compiled });
};
