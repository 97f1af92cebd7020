import type { Node } from '../syntax/tree.js';
import { OPERATIONS, negate } from './arithmetic.js';
import { compileCall } from './calls.js';
import { compileContext, compileList, compileRange } from './constructors.js';
import type { Step } from './environment.js';
import { compileFilter } from './filters.js';
import { compileFunction } from './functions.js';
import { compileFor, compileQuantified } from './iterations.js';
import { and, compareBy, truthOf } from './logic.js';
import { compileName } from './names.js';
import { propertyOf } from './properties.js';
import { compileIn } from './tests.js';
import { conforms } from '../types/conformance.js';

/** A node as a closure. Each step pays for itself. */
export const compileNode = (node: Node): Step => {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return (_, { run }) => {
        run.spend(1);
        return value;
      };
    }
    case 'name':
      return compileName(node);
    case 'path': {
      const target = compileNode(node.target);
      const { name } = node;
      return (environment, frame) => propertyOf(target(environment, frame), name, frame.run);
    }
    case 'filter':
      return compileFilter(node, compileNode);
    case 'negation': {
      const operand = compileNode(node.operand);
      return (environment, frame) => {
        frame.run.spend(1);
        return negate(operand(environment, frame), frame.run);
      };
    }
    case 'arithmetic': {
      const [left, right] = [compileNode(node.left), compileNode(node.right)];
      const operation = OPERATIONS[node.operator];
      return (environment, frame) => {
        frame.run.spend(1);
        return operation(left(environment, frame), right(environment, frame), frame.run);
      };
    }
    case 'comparison': {
      const [left, right] = [compileNode(node.left), compileNode(node.right)];
      const { operator } = node;
      return (environment, frame) => {
        frame.run.spend(1);
        return compareBy(operator, left(environment, frame), right(environment, frame), frame.run);
      };
    }
    case 'between': {
      const [value, low, high] = [compileNode(node.value), compileNode(node.low), compileNode(node.high)];
      return (environment, frame) => {
        const { run } = frame;
        run.spend(1);
        const tested = value(environment, frame);
        return and(
          compareBy('>=', tested, low(environment, frame), run),
          compareBy('<=', tested, high(environment, frame), run),
        );
      };
    }
    case 'in':
      return compileIn(node, compileNode);
    case 'and':
    case 'or':
      return compileJunction(node.kind === 'and', compileNode(node.left), compileNode(node.right));
    case 'if': {
      const [condition, consequence, otherwise] = [
        compileNode(node.condition),
        compileNode(node.consequence),
        compileNode(node.otherwise),
      ];
      return (environment, frame) => {
        frame.run.spend(1);
        return condition(environment, frame) === true
          ? consequence(environment, frame)
          : otherwise(environment, frame);
      };
    }
    case 'for':
      return compileFor(node, compileNode);
    case 'some':
    case 'every':
      return compileQuantified(node, compileNode);
    case 'list':
      return compileList(node, compileNode);
    case 'context':
      return compileContext(node, compileNode);
    case 'range':
      return compileRange(node, compileNode);
    case 'function':
      return compileFunction(node, compileNode);
    case 'call':
      return compileCall(node, compileNode);
    case 'instance of': {
      const value = compileNode(node.value);
      const { of } = node;
      return (environment, frame) => {
        frame.run.spend(1);
        const tested = value(environment, frame);
        if (of === undefined)
          return frame.run.warn('EXPRESSIONS.UNKNOWN_TYPE', 'There is no such type.', node.place);
        if (tested === null) return of.kind === 'null';
        return conforms(tested, of, frame.run);
      };
    }
  }
};

/** Three-valued: the one value that decides does so whatever the other side is. */
const compileJunction = (conjunction: boolean, left: Step, right: Step): Step => {
  const deciding = !conjunction;
  return (environment, frame) => {
    frame.run.spend(1);
    const a = truthOf(left(environment, frame));
    if (a === deciding) return deciding;
    const b = truthOf(right(environment, frame));
    if (b === deciding) return deciding;
    return a === null || b === null ? null : conjunction;
  };
};
