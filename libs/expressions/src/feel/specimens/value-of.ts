import { NameScope, Run, type RunLimits, compileExpression, fromJson } from '../index.js';
import { literalText } from '../values/value-text.js';

/**
 * An expression's value as FEEL would write it, for tables of examples: `'1 + 1'` gives `'2'`, null gives `'null'`.
 * Throws where the expression cannot be read.
 */
export const valueOf = (
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
  limits: RunLimits = {},
): string => {
  const read = compileExpression(text, NameScope.open);
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.message}`);
  const run = new Run(limits);
  const values = new Map(Object.entries(variables).map(([name, value]) => [name, fromJson(value, run)]));
  return literalText(read.value.evaluate(values, run), run);
};
