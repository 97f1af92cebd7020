import { type AppError, type Result, err, ok } from '@lianban/kernel';
import {
  SyntaxError as FeelSyntaxError,
  evaluate as feelEvaluate,
  parseExpression as feelParse,
} from 'feelin';
import { BoundsProof } from './bounds-proof.js';
import { EXPRESSION_LIMITS } from './expression-limits.js';

/** An expression that was read and found bounded. */
export interface ParsedExpression {
  readonly text: string;
  /** Top-level names it reads. */
  readonly names: readonly string[];
}

const refuse = (code: string, message: string, position?: number): Result<never, AppError> =>
  err({
    kind: 'invalid',
    code,
    message,
    ...(position === undefined ? {} : { details: { position } }),
  });

/**
 * Reads FEEL and proves that it is bounded (ARCHITECTURE §2): no regular expressions, no ranges as iteration
 * domains, shallow iteration, limited size, and no way for a value to grow out of itself. What is left costs at most
 * a small power of the size of the expression and its data. A leading `=`, as Camunda's modeler writes it, is
 * tolerated.
 */
export const parseExpression = (source: string): Result<ParsedExpression, AppError> => {
  const text = source.trim().replace(/^=/, '').trim();
  if (text === '') return refuse('EXPRESSIONS.EMPTY', 'The expression is empty.');
  if (text.length > EXPRESSION_LIMITS.length) {
    return refuse(
      'EXPRESSIONS.TOO_LONG',
      `The expression has more than ${EXPRESSION_LIMITS.length} characters.`,
    );
  }
  const proof = new BoundsProof(text);
  feelParse(text, {}, undefined).iterate({
    enter: (node) => proof.enter(node),
    leave: (node) => proof.leave(node),
  });
  if (proof.problem) return refuse(proof.problem.code, proof.problem.message, proof.problem.position);
  return provenByReading(text, [...proof.names]);
};

/** The parser recovers from errors, and says so only when the tree is evaluated. */
const provenByReading = (text: string, names: readonly string[]): Result<ParsedExpression, AppError> => {
  try {
    feelEvaluate(text, {});
  } catch (error) {
    if (error instanceof FeelSyntaxError) {
      return refuse('EXPRESSIONS.SYNTAX', error.message, error.position.from);
    }
    // With no data at hand an operand is null, and some operators throw on it; with data they may not.
  }
  return ok({ text, names });
};
