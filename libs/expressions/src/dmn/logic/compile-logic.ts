import type { Expression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { compileTable } from '../table/compile-table.js';
import { takeAs } from '../types/dmn-type.js';
import { compileConditional } from './compile-conditional.js';
import { compileContext } from './compile-context.js';
import { compileFilter } from './compile-filter.js';
import { compileFunction } from './compile-function.js';
import { compileInvocation } from './compile-invocation.js';
import { compileFor, compileQuantified } from './compile-iteration.js';
import { compileList, compileRelation } from './compile-list.js';
import { compileLiteral } from './compile-literal.js';
import { type Logic, nothing } from './logic.js';
import type { Surroundings } from './surroundings.js';

type Compilers = {
  readonly [K in Expression['kind']]: (
    expression: Extract<Expression, { readonly kind: K }>,
    around: Surroundings,
  ) => Pieces<Logic>;
};

const COMPILERS: Compilers = {
  literal: compileLiteral,
  context: compileContext,
  list: compileList,
  relation: compileRelation,
  invocation: compileInvocation,
  function: compileFunction,
  decisionTable: compileTable,
  conditional: compileConditional,
  filter: compileFilter,
  for: compileFor,
  some: compileQuantified,
  every: compileQuantified,
};

/** Guards the stack and the time that it takes to find a name. */
const MOST_SCOPES = 500;

/** Decision logic of any kind (DMN 1.5 §10.2): literal, boxed, or a table. */
export function* compileLogic(expression: Expression | undefined, around: Surroundings): Pieces<Logic> {
  if (expression === undefined) return nothing('DMN.LOGIC_MISSING', 'There is nothing to evaluate.');
  const inside = around.at(expression.id);
  if (around.depth > MOST_SCOPES) {
    const message = `The logic stands behind more than ${MOST_SCOPES} entries and parameters.`;
    inside.refuse('DMN.SCOPES_TOO_DEEP', message);
    return nothing('DMN.SCOPES_TOO_DEEP', message);
  }
  // The kind selects the compiler of that very kind, which TypeScript cannot follow.
  const compile = COMPILERS[expression.kind] as (
    expression: Expression,
    around: Surroundings,
  ) => Pieces<Logic>;
  return typed(yield* compile(expression, inside), expression, inside);
}

/** Functions and tables look after their types themselves. */
const typed = (logic: Logic, { kind, typeRef }: Expression, around: Surroundings): Logic => {
  if (typeRef === undefined || kind === 'function' || kind === 'decisionTable') return logic;
  const type = around.types.typeOf(typeRef, around.elementId);
  if (type.shape.kind === 'any') return logic;
  return {
    type: type.shape,
    evaluate: (variables, run) => takeAs(logic.evaluate(variables, run), type, run, 'The value'),
  };
};
