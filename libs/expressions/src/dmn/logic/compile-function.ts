import { functionOf } from '../../feel/index.js';
import type { FunctionExpression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { ANY_TYPE } from '../types/dmn-type.js';
import { type Logic, nothing } from './logic.js';
import { type Signature, makeFunction } from './make-function.js';
import type { Surroundings } from './surroundings.js';

/** A boxed function in FEEL. Java and PMML are refused: they would run code that nothing bounds. */
export function* compileFunction(expression: FunctionExpression, around: Surroundings): Pieces<Logic> {
  if (expression.functionKind !== 'FEEL') {
    const message = `A function of kind ${expression.functionKind} cannot run here.`;
    around.refuse('DMN.FUNCTION_KIND_UNSUPPORTED', message);
    return nothing('DMN.FUNCTION_KIND_UNSUPPORTED', message);
  }
  const parameters = around.types.parametersOf(expression.parameters);
  const inside = around.with(parameters.map(({ name, type }) => [name, type.shape] as const));
  const body = yield* inside.compile(expression.body);
  const signature: Signature = { parameters, result: resultType(expression, around) };
  const { shape } = signature.result;
  return {
    type: functionOf(
      parameters.map(({ type }) => type.shape),
      shape.kind === 'any' ? body.type : shape,
    ),
    evaluate: (variables) => makeFunction(signature, body, variables),
  };
}

/** The type of a function says what it answers; some tools write the type of the answer there itself. */
const resultType = ({ typeRef }: FunctionExpression, around: Surroundings): Signature['result'] => {
  const type = around.types.typeOf(typeRef, around.elementId);
  return type.shape.kind === 'function' ? { ...ANY_TYPE, shape: type.shape.result } : type;
};
