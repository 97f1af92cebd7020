import { type FeelValue, FeelFunction } from '../../feel/index.js';
import type { InvocationExpression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { formula } from './formula.js';
import { type Logic, nothing } from './logic.js';
import type { Surroundings } from './surroundings.js';

/**
 * A boxed invocation (DMN 1.3 §10.2.1.3): a call with named arguments. A parameter that nothing is bound to takes the
 * variable of its own name, where there is one.
 */
export function* compileInvocation(
  { called, bindings }: InvocationExpression,
  around: Surroundings,
): Pieces<Logic> {
  const callee = yield* around.compile(called);
  const named = new Map<string, Logic>();
  for (const { parameter, value } of bindings) named.set(parameter.name, yield* around.compile(value));
  const { type } = callee;
  if (type.kind !== 'function' && type.kind !== 'any') {
    around.doubt('DMN.NO_FUNCTION', 'What is invoked is no function.');
  }
  if (named.size < bindings.length) {
    const message = 'Two bindings are for the same parameter.';
    around.refuse('DMN.BINDING_DOUBLE', message);
    return nothing('DMN.BINDING_DOUBLE', message);
  }
  const calls = new Calls();
  return {
    type: type.kind === 'function' ? type.result : type,
    evaluate: (variables, run) => {
      const target = callee.evaluate(variables, run);
      if (!(target instanceof FeelFunction)) {
        return run.warn('DMN.NO_FUNCTION', 'What is invoked is no function.');
      }
      const args = new Map<string, FeelValue>();
      for (const [name, logic] of named) args.set(name, logic.evaluate(variables, run));
      for (const { name } of target.parameters) {
        const own = args.has(name) ? undefined : variables.get(name);
        if (own !== undefined) args.set(name, own);
      }
      return calls.call(target, args, run);
    },
  };
}

/** Calls by name, as FEEL makes them: it matches parameters, coerces arguments, and knows the ways of a built-in. */
class Calls {
  private readonly known = new Map<string, ReturnType<typeof formula>>();

  call(
    target: FeelFunction,
    args: ReadonlyMap<string, FeelValue>,
    run: Parameters<FeelFunction['invoke']>[1],
  ): FeelValue {
    const names = [...args.keys()];
    const source = `called(${names.map((name, index) => `${name}: argument${index}`).join(', ')})`;
    let call = this.known.get(source);
    if (call === undefined) {
      call = formula(source, ['called', ...names.map((_, index) => `argument${index}`)]);
      this.known.set(source, call);
    }
    const values = names.map((name, index) => [`argument${index}`, args.get(name) ?? null] as const);
    return call({ called: target, ...Object.fromEntries(values) }, run);
  }
}
