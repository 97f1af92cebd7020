import {
  type FeelType,
  type FeelValue,
  type Variables,
  FeelContext,
  FeelFunction,
} from '../../feel/index.js';
import type { FilterExpression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { formula } from './formula.js';
import type { Logic } from './logic.js';
import type { Surroundings } from './surroundings.js';

const filtered = formula('boxed_list[boxed_match(item)]', ['boxed_list', 'boxed_match']);

/** Boxed filter (DMN 1.4 §10.2.1.12): the match reads the item, and the entries of an item that is a context. */
export function* compileFilter({ list, match }: FilterExpression, around: Surroundings): Pieces<Logic> {
  const domain = yield* around.compile(list);
  const item: FeelType = domain.type.kind === 'list' ? domain.type.of : domain.type;
  const entries = item.kind === 'context' ? [...item.entries] : [];
  const logic = yield* around.with([['item', item], ...entries]).compile(match);
  return {
    type: domain.type,
    evaluate: (variables, run) => {
      const matches = FeelFunction.of([{ name: 'item' }], ([value = null]) =>
        logic.evaluate(withItem(value, variables), run),
      );
      return filtered({ boxed_list: domain.evaluate(variables, run), boxed_match: matches }, run);
    },
  };
}

const withItem = (item: FeelValue, variables: Variables): Variables => ({
  get: (name) => {
    const entry = item instanceof FeelContext ? item.get(name) : undefined;
    return entry ?? (name === 'item' ? item : variables.get(name));
  },
});
