import type { Node, NodeOf } from '../syntax/tree.js';
import { compare } from '../values/comparison.js';
import { FeelContext, FeelRange, type FeelValue } from '../values/feel-value.js';
import { type Compile, Environment, type Step } from './environment.js';

export const compileList = (node: NodeOf<'list'>, compile: Compile<Node>): Step => {
  const items = node.items.map(compile);
  return (environment, frame) => {
    frame.run.spend(1);
    return items.map((item) => item(environment, frame));
  };
};

export const compileContext = (node: NodeOf<'context'>, compile: Compile<Node>): Step => {
  const entries = node.entries.map(({ key, value }) => ({ key, value: compile(value) }));
  return (environment, frame) => {
    frame.run.spend(1 + entries.length);
    const values = new Map<string, FeelValue>();
    let inner = environment;
    for (const { key, value } of entries) {
      const result = value(inner, frame);
      // A key twice makes no context (DMN 1.3 §10.3.2.6).
      if (values.has(key))
        return frame.run.warn('EXPRESSIONS.DUPLICATE_KEY', `The key "${key}" stands twice.`, node.place);
      values.set(key, result);
      inner = new Environment(result, inner);
    }
    return FeelContext.over(values);
  };
};

export const compileRange = (node: NodeOf<'range'>, compile: Compile<Node>): Step => {
  const low = node.low === null ? null : compile(node.low);
  const high = node.high === null ? null : compile(node.high);
  const { lowIncluded, highIncluded, place } = node;
  return (environment, frame) => {
    frame.run.spend(1);
    const from = low === null ? null : low(environment, frame);
    const to = high === null ? null : high(environment, frame);
    if (from !== null && to !== null && compare(from, to, frame.run) === null) {
      return frame.run.warn('EXPRESSIONS.TYPES', 'The ends of the range have no order.', place);
    }
    return new FeelRange(from, from !== null && lowIncluded, to, to !== null && highIncluded);
  };
};
