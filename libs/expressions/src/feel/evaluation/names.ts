import type { NameNode } from '../syntax/tree.js';
import { FeelContext, type FeelValue } from '../values/feel-value.js';
import type { Environment, Step } from './environment.js';

/** Where a name was found decides how it is read: this is done once, when the expression is compiled. */
export const compileName = (node: NameNode): Step => {
  const outside = compileOutside(node);
  const { items, name } = node;
  if (items.length === 0) return outside;
  return (environment, frame) => {
    frame.run.spend(items.length);
    for (const depth of items) {
      const item = at(environment, depth);
      if (!(item instanceof FeelContext)) continue;
      const entry = item.get(name);
      if (entry !== undefined) return entry;
    }
    return outside(environment, frame);
  };
};

const compileOutside = (node: NameNode): Step => {
  const { local, builtIn, name, place } = node;
  if (local === 0) {
    return (environment, frame) => {
      frame.run.spend(1);
      return environment === null ? null : environment.value;
    };
  }
  if (local !== undefined) {
    return (environment, frame) => {
      frame.run.spend(1);
      return at(environment, local);
    };
  }
  if (!node.variable && builtIn !== undefined) {
    return (_, frame) => {
      frame.run.spend(1);
      return builtIn;
    };
  }
  return (_, frame) => {
    frame.run.spend(1);
    const value = frame.variables.get(name);
    if (value !== undefined) return value;
    return frame.run.warn('EXPRESSIONS.NO_VALUE', `"${name}" has no value.`, place);
  };
};

const at = (environment: Environment | null, depth: number): FeelValue => {
  let level = environment;
  for (let count = depth; count > 0 && level !== null; count -= 1) level = level.outer;
  return level === null ? null : level.value;
};
