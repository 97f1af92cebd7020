import type { JsonObject } from '@lianban/kernel';
import { compileDecisions } from '../compile/compile-decisions.js';
import { type DecisionAnswer, decide } from '../evaluation/decide.js';

/** Compiles a model and asks it once. */
export const answer = async (
  xml: string,
  name: string,
  inputs: JsonObject = {},
  imported: readonly string[] = [],
): Promise<DecisionAnswer> => {
  const { model, diagnostics } = await compileDecisions(xml, imported);
  if (!model) throw new Error(JSON.stringify(diagnostics));
  return decide(model, name, inputs);
};

export const valueOf = async (...args: Parameters<typeof answer>): Promise<unknown> =>
  (await answer(...args)).value;
