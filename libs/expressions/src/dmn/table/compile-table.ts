import {
  type FeelType,
  type FeelValue,
  type Run,
  type Variables,
  ANY,
  contextOf,
  listOf,
} from '../../feel/index.js';
import { DecisionRun } from '../evaluation/decision-run.js';
import { type Logic, nothing, over } from '../logic/logic.js';
import type { Surroundings } from '../logic/surroundings.js';
import type { DecisionTable } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { takeAs } from '../types/dmn-type.js';
import { compileColumns, compileOutputs, compileRules } from './compile-parts.js';
import type { Column, Output, Rule } from './compiled-table.js';
import { checkHitPolicy } from './check-hit-policy.js';
import { checkRules } from './check-rules.js';
import { resultOf } from './hit-policy.js';
import { RuleIndex } from './rule-index.js';

/** Policies that answer a list, whatever the table says of its type. */
const answersList = ({ hitPolicy, aggregation }: DecisionTable): boolean =>
  hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER' || (hitPolicy === 'COLLECT' && !aggregation);

/** A decision table (DMN 1.3 §8), indexed: a decision looks at the few rules that its inputs allow. */
export function* compileTable(table: DecisionTable, around: Surroundings): Pieces<Logic> {
  if (!checkHitPolicy(table, around)) {
    return nothing('DMN.HIT_POLICY_UNKNOWN', 'The table has no hit policy that is known.');
  }
  const columns = yield* compileColumns(table, around);
  const outputs = yield* compileOutputs(table, around);
  const rules = yield* compileRules(table, columns, around);
  const index = yield* RuleIndex.of(table, around.scope);
  if (around.judged) checkRules(table, outputs, around);
  const result = resultOf(table, outputs);
  const declared = around.types.typeOf(table.typeRef, around.elementId);
  const type = answersList(table) && declared.shape.kind !== 'list' ? undefined : declared;
  const onlyFirst = table.hitPolicy === 'FIRST';
  return {
    type: type === undefined || type.shape.kind === 'any' ? answerType(table, outputs) : type.shape,
    evaluate: (variables, run) => {
      const values = inputsOf(columns, variables, run);
      if (values === undefined) return null;
      const matching = matchesOf(rules, index, values, variables, run, onlyFirst);
      if (run instanceof DecisionRun)
        run.matched(
          table.id,
          matching.map(({ id }) => id),
        );
      const value = result(
        matching.map((rule) => outputsOf(rule, outputs, variables, run)),
        variables,
        run,
      );
      return type === undefined ? value : takeAs(value, type, run, 'The result of the table');
    },
  };
}

const answerType = (table: DecisionTable, outputs: readonly Output[]): FeelType => {
  const [only] = outputs;
  const one =
    outputs.length === 1 && only
      ? only.type.shape
      : contextOf(outputs.map(({ name, type }) => [name, type.shape] as const));
  if (table.aggregation !== undefined) return ANY;
  return answersList(table) ? listOf(one) : one;
};

/** Undefined where an input has a value that its column does not allow: no rule was written for it. */
const inputsOf = (
  columns: readonly Column[],
  variables: Variables,
  run: Run,
): readonly FeelValue[] | undefined => {
  const values: FeelValue[] = [];
  for (const { logic, allowed, text } of columns) {
    const value = logic.evaluate(variables, run);
    if (allowed && value !== null && !allowed(value, run)) {
      run.warn('DMN.INPUT_NOT_ALLOWED', `The value of ${text} is none of the allowed values.`);
      return undefined;
    }
    values.push(value);
  }
  return values;
};

/** The index leaves few rules; each of them is held against its tests. */
const matchesOf = (
  rules: readonly Rule[],
  index: RuleIndex,
  values: readonly FeelValue[],
  variables: Variables,
  run: Run,
  onlyFirst: boolean,
): readonly Rule[] => {
  const tested = values.map((value) => over(new Map([['?', value]]), variables));
  const matching: Rule[] = [];
  run.spend(index.cost);
  for (const number of index.candidates(values)) {
    const rule = rules[number];
    if (
      !rule?.tests.every(
        (test, column) => test === undefined || test.evaluate(tested[column] ?? variables, run) === true,
      )
    )
      continue;
    matching.push(rule);
    if (onlyFirst) break;
  }
  return matching;
};

const outputsOf = (
  rule: Rule,
  outputs: readonly Output[],
  variables: Variables,
  run: Run,
): readonly FeelValue[] =>
  outputs.map(({ name, type, allowed }, index) => {
    const value = takeAs(
      rule.outputs[index]?.evaluate(variables, run) ?? null,
      type,
      run,
      `The output "${name}"`,
    );
    if (value === null || !allowed || allowed(value, run)) return value;
    return run.warn('DMN.OUTPUT_NOT_ALLOWED', `The output "${name}" is none of the allowed values.`);
  });
