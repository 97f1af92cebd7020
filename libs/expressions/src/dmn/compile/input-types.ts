import { type FeelType, contextOf } from '../../feel/index.js';
import type { CompiledModel } from '../evaluation/element.js';

/** Input data and parameters of services by name; those of an import are in the context of its name. */
export const inputTypesOf = ({ elements, imports }: CompiledModel): ReadonlyMap<string, FeelType> => {
  const types = new Map<string, FeelType>();
  for (const [name, model] of imports) {
    const inner = inputTypesOf(model);
    if (name !== '') types.set(name, contextOf(inner, true));
    else for (const [input, type] of inner) types.set(input, type);
  }
  for (const element of elements) {
    if (element.kind === 'inputData') types.set(element.variable, element.type.shape);
    if (element.kind !== 'service') continue;
    for (const { name, type } of element.signature.parameters) types.set(name, type.shape);
  }
  return types;
};
