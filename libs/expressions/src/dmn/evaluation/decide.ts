import type { Json, JsonObject } from '@lianban/kernel';
import { type FeelValue, type RunLimits, ANY, Run, toJson } from '../../feel/index.js';
import type { DecisionModel } from '../compile/compile-decisions.js';
import type { DmnDiagnostic } from '../model/diagnostic.js';
import type { MatchedRules } from './decision-run.js';
import { evaluateDecision, evaluateService } from './evaluate.js';
import { fromTypedJson } from './typed-json.js';

/** What a business rule task gets. */
export interface DecisionAnswer {
  readonly value: Json;
  readonly diagnostics: readonly DmnDiagnostic[];
  readonly matches: readonly MatchedRules[];
}

/**
 * Evaluates a decision, or else a service or business knowledge, with JSON in and out: temporal values are ISO texts
 * where a type declares them. A function or a range, which JSON has not, is null.
 */
export const decide = (
  model: DecisionModel,
  name: string,
  data: JsonObject,
  limits: RunLimits = {},
): DecisionAnswer => {
  const run = new Run(limits);
  const inputs = {
    get: (input: string): FeelValue | undefined =>
      Object.hasOwn(data, input)
        ? fromTypedJson(data[input], model.inputTypes.get(input) ?? ANY, run)
        : undefined,
  };
  const isDecision = model.elements.some(
    (it) => it.kind === 'decision' && (it.name === name || it.id === name),
  );
  const { value, ...more } = (isDecision ? evaluateDecision : evaluateService)(model, name, inputs, limits);
  return { value: toJson(value, run) ?? null, ...more };
};
