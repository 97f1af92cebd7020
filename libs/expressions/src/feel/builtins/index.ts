import { aggregateFunctions } from './aggregates.js';
import type { BuiltIn } from './built-in.js';
import { contextFunctions } from './contexts.js';
import { conversionFunctions } from './conversions.js';
import { listFunctions } from './lists.js';
import { momentFunctions } from './moments.js';
import { numberFunctions } from './numbers.js';
import { patternFunctions } from './patterns.js';
import { rangeFunctions } from './ranges.js';
import { sortFunctions } from './sorting.js';
import { stringFunctions } from './strings.js';

/** Every function that FEEL itself has, by its name. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  [
    ...conversionFunctions,
    ...stringFunctions,
    ...patternFunctions,
    ...listFunctions,
    ...aggregateFunctions,
    ...sortFunctions,
    ...numberFunctions,
    ...momentFunctions,
    ...contextFunctions,
    ...rangeFunctions,
  ].map((builtIn) => [builtIn.name, builtIn] as const),
);
