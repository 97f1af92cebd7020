import { FeelContext, contextOf, listOf, ANY } from '../../feel/index.js';
import type { ListExpression, RelationExpression } from '../model/expression.js';
import { type Pieces, eachOf } from '../pieces.js';
import { takeAs } from '../types/dmn-type.js';
import type { Logic } from './logic.js';
import type { Surroundings } from './surroundings.js';

export function* compileList({ items }: ListExpression, around: Surroundings): Pieces<Logic> {
  const logics = yield* eachOf(items, (item) => around.compile(item));
  return {
    type: listOf(logics.length === 1 ? (logics[0]?.type ?? ANY) : ANY),
    evaluate: (variables, run) => {
      run.spend(logics.length);
      return logics.map((logic) => logic.evaluate(variables, run));
    },
  };
}

/** Rows as contexts with the columns' names (DMN 1.3 §10.2.1.6). */
export function* compileRelation({ columns, rows }: RelationExpression, around: Surroundings): Pieces<Logic> {
  const types = around.types.parametersOf(columns);
  const cells = yield* eachOf(rows, (row) => eachOf(types, (_, index) => around.compile(row.items[index])));
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
}
