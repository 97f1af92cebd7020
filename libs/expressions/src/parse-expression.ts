import { type AppError, type Result, err, ok } from '@lianban/kernel';
import {
  SyntaxError as FeelSyntaxError,
  evaluate as feelEvaluate,
  parseExpression as feelParse,
} from 'feelin';
import { EXPRESSION_LIMITS, REFUSED_FUNCTIONS } from './expression-limits.js';

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

const ITERATIONS = new Set(['ForExpression', 'QuantifiedExpression', 'FilterExpression']);

/**
 * Reads FEEL and proves that it is bounded (ARCHITECTURE §2): no regular expressions, no ranges as iteration
 * domains, shallow iteration, limited size. A leading `=`, as Camunda's modeler writes it, is tolerated.
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
  const names = new Set<string>();
  let nodes = 0;
  let depth = 0;
  let problem: Result<never, AppError> | undefined;
  feelParse(text, {}, undefined).iterate({
    enter: (node) => {
      nodes += 1;
      if (problem) return false;
      if (node.type.isError) {
        problem = refuse(
          'EXPRESSIONS.SYNTAX',
          `The expression cannot be read near "${text.slice(node.from, node.from + 20)}".`,
          node.from,
        );
        return false;
      }
      if (ITERATIONS.has(node.name)) {
        depth += 1;
        if (depth > EXPRESSION_LIMITS.iterationDepth) {
          problem = refuse('EXPRESSIONS.NESTED_TOO_DEEP', 'Iterations are nested too deeply.', node.from);
        }
      }
      if (node.name === 'IterationContext' && text.slice(node.from, node.to).includes('..')) {
        problem = refuse(
          'EXPRESSIONS.RANGE_ITERATION',
          'Iterating over a range has no bound here.',
          node.from,
        );
      }
      if (node.name === 'FunctionDefinition') {
        problem = refuse('EXPRESSIONS.FUNCTION_DEFINITION', 'Functions cannot be defined here.', node.from);
      }
      if (node.name === 'VariableName') {
        const name = text.slice(node.from, node.to);
        names.add(name);
        if (REFUSED_FUNCTIONS.has(name) && /^\s*\(/.test(text.slice(node.to))) {
          problem = refuse(
            'EXPRESSIONS.FUNCTION_REFUSED',
            `The function ${name} is not allowed in a process.`,
            node.from,
          );
        }
      }
      return problem === undefined;
    },
    leave: (node) => {
      if (ITERATIONS.has(node.name)) depth -= 1;
    },
  });
  if (problem) return problem;
  if (nodes > EXPRESSION_LIMITS.nodes) return refuse('EXPRESSIONS.TOO_LARGE', 'The expression is too large.');
  return provenByReading(text, [...names]);
};

/** The parser recovers from errors and says so only when the tree is evaluated; an unknown function likewise. */
const provenByReading = (text: string, names: readonly string[]): Result<ParsedExpression, AppError> => {
  try {
    const { warnings } = feelEvaluate(text, {});
    const unknown = warnings.find((warning) => warning.type === 'NO_FUNCTION_FOUND');
    if (unknown) {
      return refuse(
        'EXPRESSIONS.UNKNOWN_FUNCTION',
        'The expression calls a function that does not exist.',
        unknown.position.from,
      );
    }
  } catch (error) {
    if (error instanceof FeelSyntaxError) {
      return refuse('EXPRESSIONS.SYNTAX', error.message, error.position.from);
    }
    throw error;
  }
  return ok({ text, names });
};
