import { FeelContext, contextOf, listOf, ANY } from '../../feel/index.js';
import type { ListExpression, RelationExpression } from '../model/expression.js';
import { takeAs } from '../types/dmn-type.js';
import type { Logic } from './logic.js';
import type { Surroundings } from './surroundings.js';

export const compileList = ({ items }: ListExpression, around: Surroundings): Logic => {
  const logics = items.map((item) => around.compile(item));
  return {
    type: listOf(logics.length === 1 ? (logics[0]?.type ?? ANY) : ANY),
    evaluate: (variables, run) => {
      run.spend(logics.length);
      return logics.map((logic) => logic.evaluate(variables, run));
    },
  };
};

/** Rows as contexts with the columns' names (DMN 1.3 §10.2.1.6). */
export const compileRelation = ({ columns, rows }: RelationExpression, around: Surroundings): Logic => {
  const types = around.types.parametersOf(columns);
  const cells = rows.map((row) => types.map((_, index) => around.compile(row.items[index])));
  return {
    type: listOf(contextOf(types.map(({ name, type }) => [name, type.shape] as const))),
    evaluate: (variables, run) => {
      run.spend(cells.length);
      return cells.map((row) =>
        FeelContext.of(
          types.map(({ name, type }, index) => {
            const value = row[index]?.evaluate(variables, run) ?? null;
            return [name, takeAs(value, type, run, `The value in column "${name}"`)] as const;
          }),
        ),
      );
    },
  };
};
