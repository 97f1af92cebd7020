import { compileExpression } from '../../feel/index.js';
import type { LiteralExpression } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { type Logic, nothing } from './logic.js';
import type { Surroundings } from './surroundings.js';

/** FEEL is named by a URI of each version of DMN, or not at all. */
const FEEL_LANGUAGE = /^(?:feel|https?:\/\/www\.omg\.org\/spec\/(?:FEEL|DMN)\/.*)$/i;

export function* compileLiteral({ text, language }: LiteralExpression, around: Surroundings): Pieces<Logic> {
  if (language !== undefined && !FEEL_LANGUAGE.test(language.trim())) {
    const message = `The expression language ${language} is not FEEL.`;
    around.refuse('DMN.LANGUAGE_UNSUPPORTED', message);
    return nothing('DMN.LANGUAGE_UNSUPPORTED', message);
  }
  if (text.trim() === '') return nothing('DMN.LOGIC_MISSING', 'The expression is empty.');
  const compiled = compileExpression(text, around.scope);
  yield;
  if (!compiled.ok) {
    around.unreadable(text, compiled.error);
    return nothing(compiled.error.code, compiled.error.message);
  }
  for (const { code, message } of compiled.value.problems) around.doubt(code, message);
  return compiled.value;
}
