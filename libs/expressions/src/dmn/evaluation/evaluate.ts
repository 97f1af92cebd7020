import {
  type FeelValue,
  type RunLimits,
  type Variables,
  BudgetExhausted,
  FeelFunction,
} from '../../feel/index.js';
import type { DecisionModel } from '../compile/compile-decisions.js';
import { type DmnDiagnostic, problem } from '../model/diagnostic.js';
import { type MatchedRules, DecisionRun } from './decision-run.js';
import type { Element } from './element.js';
import { ModelInstance } from './model-instance.js';

/** What an evaluation answers. A mistake is null with its reason among the diagnostics. */
export interface DecisionResult {
  readonly value: FeelValue;
  readonly diagnostics: readonly DmnDiagnostic[];
  /** The decision tables that were evaluated, in order, with the rules that matched. */
  readonly matches: readonly MatchedRules[];
}

/** Evaluates a decision, by its name or id. Equal models and inputs give equal results; bounded by the limits. */
export const evaluateDecision = (
  model: DecisionModel,
  name: string,
  inputs: Variables,
  limits: RunLimits = {},
): DecisionResult =>
  evaluated(model, name, ['decision'], limits, (element, run) =>
    new ModelInstance(model, inputs, run).valueOf({ path: [], element }),
  );

/** Calls a decision service or a business knowledge model, by its name or id, with inputs by the names of its parameters. */
export const evaluateService = (
  model: DecisionModel,
  name: string,
  inputs: Variables,
  limits: RunLimits = {},
): DecisionResult =>
  evaluated(model, name, ['service', 'knowledgeModel'], limits, (element, run) => {
    const called = new ModelInstance(model, inputs, run).valueOf({ path: [], element });
    if (!(called instanceof FeelFunction)) return null;
    return called.invoke(
      called.parameters.map((parameter) => inputs.get(parameter.name) ?? null),
      run,
    );
  });

const evaluated = (
  model: DecisionModel,
  name: string,
  kinds: readonly Element['kind'][],
  limits: RunLimits,
  evaluate: (element: Element, run: DecisionRun) => FeelValue,
): DecisionResult => {
  const candidates = model.elements.filter(({ kind }) => kinds.includes(kind));
  const element = candidates.find((it) => it.name === name) ?? candidates.find((it) => it.id === name);
  if (element === undefined) {
    const message = `The model "${model.name}" has no ${kinds.join(' or ')} "${name}".`;
    return { value: null, diagnostics: [problem('DMN.ELEMENT_UNKNOWN', message)], matches: [] };
  }
  const run = new DecisionRun(limits);
  try {
    const value = evaluate(element, run);
    return { value, diagnostics: run.findings, matches: run.matches };
  } catch (error) {
    if (!(error instanceof BudgetExhausted)) throw error;
    const exhausted = problem(error.code, error.message, element.id);
    return { value: null, diagnostics: [...run.findings, exhausted], matches: run.matches };
  }
};
