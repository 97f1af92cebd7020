import { type CompiledFeel, ANY, compileUnaryTests } from '../../feel/index.js';
import type { Surroundings } from '../logic/surroundings.js';
import type { DecisionTable } from '../model/expression.js';
import { type Pieces, eachOf } from '../pieces.js';
import { testsOf } from '../types/constraints.js';
import type { Constraint, DmnType } from '../types/dmn-type.js';
import type { Column, Output, Rule } from './compiled-table.js';
import { splitTests } from './split-tests.js';

export const compileColumns = ({ inputs }: DecisionTable, around: Surroundings): Pieces<readonly Column[]> =>
  eachOf(inputs, function* ({ id, expression, allowed }) {
    const inside = around.at(id);
    const logic = yield* inside.compile(expression);
    const constraint = allowed === undefined ? undefined : constraintOf(allowed, logic.type, inside);
    yield;
    return { text: expression.text.trim(), logic, ...(constraint && { allowed: constraint }) };
  });

export const compileOutputs = (table: DecisionTable, around: Surroundings): Pieces<readonly Output[]> =>
  eachOf(table.outputs, function* ({ id, name, typeRef, allowed, default: fallback }) {
    const inside = around.at(id);
    if (name === undefined && table.outputs.length > 1) {
      inside.refuse('DMN.OUTPUT_NAMELESS', 'Each of several outputs needs a name.');
    }
    const type = around.types.typeOf(typeRef, inside.elementId);
    const constraint = allowed === undefined ? undefined : constraintOf(allowed, type.shape, inside);
    yield;
    const order = yield* orderOf(allowed ?? around.types.allowedValuesOf(typeRef), type, inside);
    yield;
    return {
      name: name ?? '',
      type,
      order,
      ...(constraint && { allowed: constraint }),
      ...(fallback && { default: yield* inside.compile(fallback) }),
    };
  });

/** Cells that say the same are compiled once: a column of a thousand rules has few different ones. */
export const compileRules = (
  { rules, outputs }: DecisionTable,
  columns: readonly Column[],
  around: Surroundings,
): Pieces<readonly Rule[]> => {
  const known = columns.map(() => new Map<string, CompiledFeel | undefined>());
  return eachOf(rules, function* (rule, number) {
    const inside = around.at(rule.id);
    if (rule.tests.length !== columns.length || rule.outputs.length !== outputs.length) {
      inside.refuse('DMN.RULE_INCOMPLETE', `Rule ${number + 1} has not one entry for each input and output.`);
    }
    const tests = yield* eachOf(columns, function* ({ logic }, column) {
      const cell = rule.tests[column];
      const text = cell?.text.trim() ?? '-';
      const cells = known[column];
      if (cells?.has(text)) return cells.get(text);
      const test = compileCell(text, logic.type, inside.at(cell?.id));
      yield;
      cells?.set(text, test);
      return test;
    });
    return {
      id: rule.id ?? String(number + 1),
      tests,
      outputs: yield* eachOf(rule.outputs, (output) => inside.compile(output)),
    };
  });
};

const compileCell = (
  text: string,
  type: DmnType['shape'],
  around: Surroundings,
): CompiledFeel | undefined => {
  if (text === '-' || text === '') return undefined;
  const test = compileUnaryTests(text, around.scope.with([['?', type]]));
  if (test.ok) {
    for (const { code, message } of test.value.problems) around.doubt(code, message);
    return test.value;
  }
  around.unreadable(text, test.error);
  // A test that nobody can read matches nothing.
  const { code, message } = test.error;
  return { source: text, type: ANY, names: [], problems: [], evaluate: (_, run) => run.warn(code, message) };
};

const constraintOf = (text: string, type: DmnType['shape'], around: Surroundings): Constraint | undefined => {
  if (text.trim() === '' || text.trim() === '-') return undefined;
  return testsOf(text, around.scope.with([['?', type]]), (problem) => around.unreadable(text, problem));
};

/** What cannot be told apart has no order. */
function* orderOf(
  allowed: string | undefined,
  type: DmnType,
  around: Surroundings,
): Pieces<readonly Constraint[]> {
  if (allowed === undefined) return [];
  const scope = around.scope.with([['?', type.shape]]);
  const tests = yield* eachOf(splitTests(allowed), function* (text) {
    const test = testsOf(text, scope, () => undefined);
    yield;
    return test;
  });
  return tests.filter((test) => test !== undefined);
}
