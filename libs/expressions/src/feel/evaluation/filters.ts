import type { Node, NodeOf } from '../syntax/tree.js';
import { type FeelNumber, isNumber } from '../values/feel-number.js';
import { type FeelValue, isList } from '../values/feel-value.js';
import { type Compile, Environment, type Frame, type Step } from './environment.js';

/** `list[condition]` and `list[index]` (DMN 1.3 §10.3.2.5): one value is a list of itself. */
export const compileFilter = (node: NodeOf<'filter'>, compile: Compile<Node>): Step => {
  const target = compile(node.target);
  const condition = compile(node.condition);
  const always = node.condition.type.kind;
  return (environment, frame) => {
    const { run } = frame;
    run.spend(1);
    const value = target(environment, frame);
    if (value === null) return null;
    const list = isList(value) ? value : [value];
    if (always === 'number') {
      const index = condition(new Environment(list[0] ?? null, environment), frame);
      return isNumber(index) ? itemAt(list, index) : null;
    }
    return filtered(list, condition, environment, frame);
  };
};

const filtered = (
  list: readonly FeelValue[],
  condition: Step,
  environment: Environment | null,
  frame: Frame,
): FeelValue => {
  const kept: FeelValue[] = [];
  frame.run.spend(list.length);
  for (const [position, item] of list.entries()) {
    const answer = condition(new Environment(item, environment), frame);
    if (answer === true) kept.push(item);
    // Whether it is an index shows only now that the names of the condition have values.
    else if (position === 0 && isNumber(answer)) return itemAt(list, answer);
  }
  return kept;
};

/** From 1 at the front or -1 at the end; null where there is none. */
const itemAt = (list: readonly FeelValue[], index: FeelNumber): FeelValue => {
  if (typeof index !== 'number' || index === 0) return null;
  return (index > 0 ? list[index - 1] : list[list.length + index]) ?? null;
};
