import type { Run } from '../run.js';
import { conforms } from '../types/conformance.js';
import type { FeelType } from '../types/feel-type.js';
import { type FeelValue, isList } from '../values/feel-value.js';
import type { BuiltInParameter, BuiltInSignature } from './signatures.js';

/** Calls a built-in by the first of its signatures whose parameters take the arguments. */
export const invokeSignatures = (
  name: string,
  signatures: readonly BuiltInSignature[],
  values: readonly FeelValue[],
  names: readonly string[] | undefined,
  run: Run,
): FeelValue => {
  let reason = `${name}() does not take these ${values.length} arguments.`;
  let code = 'EXPRESSIONS.ARGUMENTS';
  for (const signature of signatures) {
    const matched = match(signature, values, names, run);
    if (matched.args !== undefined) return signature.body(matched.args, run);
    reason = `${name}(): ${matched.reason}`;
    code = matched.code;
  }
  return run.warn(code, reason);
};

type Matched =
  | { readonly args: readonly FeelValue[] }
  | { readonly args: undefined; readonly code: string; readonly reason: string };

const match = (
  { parameters, variadic }: BuiltInSignature,
  values: readonly FeelValue[],
  names: readonly string[] | undefined,
  run: Run,
): Matched => {
  const args: FeelValue[] = [];
  const fixed = variadic === true ? parameters.length - 1 : parameters.length;
  for (let index = 0; index < fixed; index += 1) {
    const parameter = parameters[index];
    if (parameter === undefined) break;
    const value = values[names === undefined ? index : names.indexOf(parameter.name)] ?? null;
    const arg = take(value, parameter, run);
    if (arg === undefined) return refused(value, parameter);
    args.push(arg);
  }
  if (variadic !== true) return { args };
  const last = parameters[fixed];
  const rest: FeelValue[] = [];
  run.spend(values.length);
  // By name there is one argument for it, wherever it stands.
  const given = names === undefined ? values.slice(fixed) : [values[names.indexOf(last?.name ?? '')] ?? null];
  for (const value of given) {
    const arg = last && take(value, last, run);
    if (arg === undefined) return refused(value, last);
    rest.push(arg);
  }
  args.push(rest);
  return { args };
};

const refused = (value: FeelValue, parameter: BuiltInParameter | undefined): Matched => ({
  args: undefined,
  code: value === null ? 'EXPRESSIONS.NULL_ARGUMENT' : 'EXPRESSIONS.INVALID_ARGUMENT',
  reason:
    value === null
      ? `"${parameter?.name ?? ''}" is null.`
      : `the argument is no ${parameter?.type.kind ?? 'value'}, which "${parameter?.name ?? ''}" has to be.`,
});

/** As the parameter takes it; undefined where it does not. */
const take = (value: FeelValue, parameter: BuiltInParameter, run: Run): FeelValue | undefined => {
  if (value === null) return parameter.nullable === true || parameter.optional === true ? null : undefined;
  const { type } = parameter;
  if (conforms(value, type, run)) return value;
  if (type.kind === 'list') return [value];
  return itemOfOne(value, type, run);
};

/** A list of one stands for its item (DMN 1.3 §10.3.2.9.4). */
const itemOfOne = (value: FeelValue, type: FeelType, run: Run): FeelValue | undefined => {
  if (!isList(value) || value.length !== 1) return undefined;
  const only = value[0] ?? null;
  return only !== null && conforms(only, type, run) ? only : undefined;
};
