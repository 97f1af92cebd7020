import { type CompiledFeel, ANY, compileUnaryTests } from '../../feel/index.js';
import type { Surroundings } from '../logic/surroundings.js';
import type { DecisionTable } from '../model/expression.js';
import { testsOf } from '../types/constraints.js';
import type { Constraint, DmnType } from '../types/dmn-type.js';
import type { Column, Output, Rule } from './compiled-table.js';
import { splitTests } from './split-tests.js';

export const compileColumns = ({ inputs }: DecisionTable, around: Surroundings): readonly Column[] =>
  inputs.map(({ id, expression, allowed }) => {
    const inside = around.at(id);
    const logic = inside.compile(expression);
    const constraint = allowed === undefined ? undefined : constraintOf(allowed, logic.type, inside);
    return { text: expression.text.trim(), logic, ...(constraint && { allowed: constraint }) };
  });

export const compileOutputs = (table: DecisionTable, around: Surroundings): readonly Output[] =>
  table.outputs.map(({ id, name, typeRef, allowed, default: fallback }) => {
    const inside = around.at(id);
    if (name === undefined && table.outputs.length > 1) {
      inside.refuse('DMN.OUTPUT_NAMELESS', 'Each of several outputs needs a name.');
    }
    const type = around.types.typeOf(typeRef, inside.elementId);
    const constraint = allowed === undefined ? undefined : constraintOf(allowed, type.shape, inside);
    return {
      name: name ?? '',
      type,
      order: orderOf(allowed ?? around.types.allowedValuesOf(typeRef), type, inside),
      ...(constraint && { allowed: constraint }),
      ...(fallback && { default: inside.compile(fallback) }),
    };
  });

/** Cells that say the same are compiled once: a column of a thousand rules has few different ones. */
export const compileRules = (
  { rules, outputs }: DecisionTable,
  columns: readonly Column[],
  around: Surroundings,
): readonly Rule[] => {
  const known = columns.map(() => new Map<string, CompiledFeel | undefined>());
  return rules.map((rule, number) => {
    const inside = around.at(rule.id);
    if (rule.tests.length !== columns.length || rule.outputs.length !== outputs.length) {
      inside.refuse('DMN.RULE_INCOMPLETE', `Rule ${number + 1} has not one entry for each input and output.`);
    }
    const compile = (): Pick<Rule, 'tests' | 'outputs'> => ({
      tests: columns.map(({ logic }, column) => {
        const cell = rule.tests[column];
        const text = cell?.text.trim() ?? '-';
        const cells = known[column];
        if (cells?.has(text)) return cells.get(text);
        const test = compileCell(text, logic.type, inside.at(cell?.id));
        cells?.set(text, test);
        return test;
      }),
      outputs: rule.outputs.map((output) => inside.compile(output)),
    });
    const id = rule.id ?? String(number + 1);
    return around.isJudged ? new RuleOnDemand(id, compile) : { id, ...compile() };
  });
};

/** A rule that is compiled when the index first leads to it: of a thousand most are never asked. */
class RuleOnDemand implements Rule {
  private compiled: Pick<Rule, 'tests' | 'outputs'> | undefined;

  constructor(
    readonly id: string,
    private readonly compile: () => Pick<Rule, 'tests' | 'outputs'>,
  ) {}

  get tests(): Rule['tests'] {
    return (this.compiled ??= this.compile()).tests;
  }

  get outputs(): Rule['outputs'] {
    return (this.compiled ??= this.compile()).outputs;
  }
}

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
const orderOf = (allowed: string | undefined, type: DmnType, around: Surroundings): readonly Constraint[] =>
  allowed === undefined
    ? []
    : splitTests(allowed)
        .map((test) => testsOf(test, around.scope.with([['?', type.shape]]), () => undefined))
        .filter((test) => test !== undefined);
