import { BuiltIn, signaturesOf } from '../builtins/built-in.js';
import { invokeSignatures } from '../builtins/invocation.js';
import { fittingSignatures } from '../builtins/signatures.js';
import type { Run } from '../run.js';
import type { Node, NodeOf } from '../syntax/tree.js';
import { coerce } from '../types/coercion.js';
import { FeelFunction, type FeelValue } from '../values/feel-value.js';
import type { Compile, Step } from './environment.js';

/** Levels that a call takes besides those of its body. */
const CALL_DEPTH = 4;

export const compileCall = (node: NodeOf<'call'>, compile: Compile<Node>): Step => {
  const args = node.args.map(compile);
  const { callee, names, place } = node;
  if (
    callee.kind === 'name' &&
    callee.builtIn instanceof BuiltIn &&
    callee.items.length === 0 &&
    !callee.variable
  ) {
    return compileBuiltIn(callee.builtIn, args, names);
  }
  const called = compile(callee);
  return (environment, frame) => {
    const { run } = frame;
    run.spend(1);
    const target = called(environment, frame);
    if (!(target instanceof FeelFunction)) {
      return run.warn('EXPRESSIONS.UNKNOWN_FUNCTION', 'What is called here is no function.', place);
    }
    const values = args.map((arg) => arg(environment, frame));
    run.enter(CALL_DEPTH);
    const result = invoke(target, values, names, run);
    run.leave(CALL_DEPTH);
    return result;
  };
};

/** Which ways of calling it fit is known from the text. */
const compileBuiltIn = (
  called: BuiltIn,
  args: readonly Step[],
  names: readonly string[] | undefined,
): Step => {
  const fitting = fittingSignatures(called.signatures, args.length, names);
  return (environment, frame) => {
    frame.run.spend(2);
    const values = args.map((arg) => arg(environment, frame));
    frame.run.enter(CALL_DEPTH);
    const result = invokeSignatures(called.name, fitting, values, names, frame.run);
    frame.run.leave(CALL_DEPTH);
    return result;
  };
};

const invoke = (
  called: FeelFunction,
  values: readonly FeelValue[],
  names: readonly string[] | undefined,
  run: Run,
): FeelValue => {
  if (called instanceof BuiltIn) {
    const fitting = fittingSignatures(called.signatures, values.length, names);
    return invokeSignatures(called.name, fitting, values, names, run);
  }
  const [fitting] = fittingSignatures(signaturesOf(called), values.length, names);
  if (fitting === undefined) {
    return run.warn('EXPRESSIONS.ARGUMENTS', `The function does not take these ${values.length} arguments.`);
  }
  const args: FeelValue[] = [];
  for (const [index, { name, type }] of fitting.parameters.entries()) {
    const given = values[names === undefined ? index : names.indexOf(name)] ?? null;
    const arg = type === undefined ? given : coerce(given, type, run, `The argument "${name}"`);
    // What does not conform makes the whole call null (DMN 1.3 §10.3.2.13.1).
    if (arg === null && given !== null) return null;
    args.push(arg);
  }
  return called.invoke(args, run);
};
