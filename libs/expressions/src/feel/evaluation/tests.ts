import type { Node, NodeOf, Test, UnaryTests } from '../syntax/tree.js';
import type { FeelValue } from '../values/feel-value.js';
import type { Compile, Environment, Frame, Step } from './environment.js';
import { compareBy, type Truth, truthOf } from './logic.js';
import { isMember } from './membership.js';

type CompiledTest = (tested: FeelValue, environment: Environment | null, frame: Frame) => Truth;

const compileTest = (test: Test, compile: Compile<Node>): CompiledTest => {
  if (test.kind === 'compared') {
    const operand = compile(test.operand);
    const { operator } = test;
    return (tested, environment, frame) =>
      compareBy(operator, tested, operand(environment, frame), frame.run);
  }
  const expression = compile(test.expression);
  if (test.reads) return (_, environment, frame) => truthOf(expression(environment, frame));
  return (tested, environment, frame) => {
    const value = expression(environment, frame);
    return isMember(tested, value, frame.run);
  };
};

/** True if one of them is; null if none is and one is not known. */
const any = (tests: readonly CompiledTest[]): CompiledTest => {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (tested, environment, frame) => {
    let result: Truth = false;
    for (const test of tests) {
      frame.run.spend(1);
      const answer = test(tested, environment, frame);
      if (answer === true) return true;
      if (answer === null) result = null;
    }
    return result;
  };
};

export const compileIn = (node: NodeOf<'in'>, compile: Compile<Node>): Step => {
  const value = compile(node.value);
  const test = any(node.tests.map((one) => compileTest(one, compile)));
  return (environment, frame) => {
    frame.run.spend(1);
    return test(value(environment, frame), environment, frame);
  };
};

/** A cell of a table. A condition that does not read the tested value holds by itself, unless it is that value. */
export const compileUnary = ({ negated, tests }: UnaryTests, compile: Compile<Node>): Step => {
  if (tests.length === 0) return () => true;
  const test = any(tests.map((one) => compileCellTest(one, compile)));
  return (environment, frame) => {
    frame.run.spend(1);
    const answer = test(frame.variables.get('?') ?? null, environment, frame);
    if (!negated) return answer;
    return answer === null ? null : !answer;
  };
};

const compileCellTest = (test: Test, compile: Compile<Node>): CompiledTest => {
  if (test.kind === 'compared' || test.reads || test.expression.kind === 'literal')
    return compileTest(test, compile);
  const expression = compile(test.expression);
  return (tested, environment, frame) => {
    const value = expression(environment, frame);
    if (typeof value === 'boolean' && typeof tested !== 'boolean') return value;
    return isMember(tested, value, frame.run);
  };
};
