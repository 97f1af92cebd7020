import { err } from '@lianban/kernel';
import type { NameScope } from './names.js';
import type { FeelProblem, FeelResult } from './problem.js';
import type { Run } from './run.js';
import type { FeelType } from './types/feel-type.js';
import type { FeelValue } from './values/feel-value.js';

/** Where an expression finds the values of its names. A `Map` is one; undefined is a name without a value. */
export interface Variables {
  get(name: string): FeelValue | undefined;
}

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

/** Reads an expression. What cannot be read is an error here, never at evaluation. */
export const compileExpression = (source: string, scope: NameScope): FeelResult<CompiledFeel> =>
  err({
    code: 'EXPRESSIONS.SYNTAX',
    message: `Cannot read ${source.length} characters in ${String(scope.open)}.`,
  });

/** Reads unary tests as a table's cell holds them: `< 5`, `"a", "b"`, `not(…)`, `-`. They read the tested value as `?`. */
export const compileUnaryTests = (source: string, scope: NameScope): FeelResult<CompiledFeel> =>
  compileExpression(source, scope);
