import { err, ok } from '@lianban/kernel';
import { builtIns } from './builtins/index.js';
import { compileNode } from './evaluation/compile-node.js';
import type { Step, Variables } from './evaluation/environment.js';
import { compileUnary } from './evaluation/tests.js';
import { NameScope } from './names.js';
import type { FeelProblem, FeelResult } from './problem.js';
import type { Run } from './run.js';
import { SyntaxProblem } from './syntax/cursor.js';
import { Levels } from './syntax/levels.js';
import { readArithmetic, readDisjunction } from './syntax/operators.js';
import { Reading } from './syntax/reading.js';
import { readUnaryTests } from './syntax/tests.js';
import { ANY, BOOLEAN, type FeelType } from './types/feel-type.js';
import type { FeelValue } from './values/feel-value.js';

/** An expression that was read, ready to be evaluated any number of times. */
export interface CompiledFeel {
  readonly source: string;
  /** What it answers, as far as that is known without data. */
  readonly type: FeelType;
  /** Names it reads from its variables, in order of appearance. */
  readonly names: readonly string[];
  /** What is wrong for certain though it can be read: names and functions that do not exist, types that never fit. */
  readonly problems: readonly FeelProblem[];
  /** Pure. Mistakes give null with a diagnostic in the run; throws {@link BudgetExhausted} and nothing else. */
  evaluate(variables: Variables, run: Run): FeelValue;
}

/** Characters of one expression. It is read at one go, also on an event loop: the widest list of this length in about 40 ms. */
const MAX_LENGTH = 20_000;

const builtInNames = NameScope.of([...builtIns.keys()].map((name) => [name, ANY] as const));

/** Reads an expression. What cannot be read is an error here, never at evaluation. */
export const compileExpression = (source: string, scope: NameScope): FeelResult<CompiledFeel> =>
  reading(source, scope, (text) => {
    const node = text.expression();
    return { type: node.type, depth: node.depth, step: () => compileNode(node) };
  });

/** Reads unary tests as a table's cell holds them: `< 5`, `"a", "b"`, `not(…)`, `-`. They read the tested value as `?`. */
export const compileUnaryTests = (source: string, scope: NameScope): FeelResult<CompiledFeel> =>
  reading(source, scope.typeOf('?') === undefined ? scope.with([['?', ANY]]) : scope, (text) => {
    const tests = readUnaryTests(text);
    return { type: BOOLEAN, depth: tests.depth, step: () => compileUnary(tests, compileNode) };
  });

interface Read {
  readonly type: FeelType;
  readonly depth: number;
  readonly step: () => Step;
}

const reading = (
  source: string,
  scope: NameScope,
  read: (reading: Reading) => Read,
): FeelResult<CompiledFeel> => {
  if (source.length > MAX_LENGTH) {
    return err({
      code: 'EXPRESSIONS.TOO_LONG',
      message: `An expression has at most ${MAX_LENGTH} characters.`,
    });
  }
  const text = new Reading(
    source,
    scope,
    new Levels(scope, builtInNames, builtIns),
    readDisjunction,
    readArithmetic,
  );
  try {
    if (text.cursor.atEnd) return err({ code: 'EXPRESSIONS.EMPTY', message: 'The expression is empty.' });
    const result = read(text);
    if (!text.cursor.atEnd) text.cursor.fail('The expression ends too early: an operator may be missing');
    return ok(compiled(source, text, result));
  } catch (error) {
    if (error instanceof SyntaxProblem) return err(error.problem);
    throw error;
  }
};

const compiled = (source: string, text: Reading, { type, depth, step }: Read): CompiledFeel => {
  const evaluateStep = step();
  return {
    source,
    type,
    names: [...text.names],
    problems: text.problems,
    evaluate(variables, run) {
      run.enter(depth);
      const value = evaluateStep(null, { variables, run });
      run.leave(depth);
      return value;
    },
  };
};
