import { type FeelType, type FeelValue, FeelContext, contextOf } from '../../feel/index.js';
import type { ContextExpression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { type DmnType, ANY_TYPE, takeAs } from '../types/dmn-type.js';
import { type Logic, over } from './logic.js';
import type { Surroundings } from './surroundings.js';

interface Entry {
  readonly name: string;
  readonly logic: Logic;
  readonly type: DmnType;
}

/** Entries see those before them; an entry without a name is the value of the whole (DMN 1.3 §10.2.1.4). */
export function* compileContext({ entries }: ContextExpression, around: Surroundings): Pieces<Logic> {
  const named: Entry[] = [];
  const types = new Map<string, FeelType>();
  let inside = around;
  let result: Logic | undefined;
  for (const { variable, value } of entries) {
    const logic = yield* inside.compile(value);
    if (variable === undefined || variable.name === '') {
      result = logic;
      continue;
    }
    const type = variable.typeRef === undefined ? ANY_TYPE : around.types.typeOf(variable.typeRef);
    const shape = type.shape.kind === 'any' ? logic.type : type.shape;
    named.push({ name: variable.name, logic, type });
    types.set(variable.name, shape);
    inside = inside.with([[variable.name, shape]]);
  }
  return {
    type: result?.type ?? contextOf(types),
    evaluate: (variables, run) => {
      const values = new Map<string, FeelValue>();
      const visible = over(values, variables);
      for (const { name, logic, type } of named) {
        values.set(name, takeAs(logic.evaluate(visible, run), type, run, `The entry "${name}"`));
      }
      return result === undefined ? FeelContext.over(values) : result.evaluate(visible, run);
    },
  };
}
