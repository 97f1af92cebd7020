import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, feelOf, textOf } from '../read/properties.js';
import type { Source } from './source.js';

/** `https://www.omg.org/spec/DMN/20191111/FEEL/` and its older and shorter forms, `feel`, `text/feel`. */
export const isFeel = (language: string): boolean => /\bfeel\b/i.test(language);

/** An expression of the model (BPMN 2.0.2 §8.4.7) as FEEL; one in another language is refused, never read as FEEL. */
export const feelIn = (
  source: Source,
  holder: ModdleElement | undefined,
  property: string,
): string | undefined => {
  const expression = elementOf(holder, property);
  const text = feelOf(textOf(expression, 'body'));
  if (!expression || text === undefined) return undefined;
  refuseOtherLanguages(source, expression);
  return text;
};

export const refuseOtherLanguages = (source: Source, expression: ModdleElement): void => {
  const own = textOf(expression, 'language') ?? expression.$attrs?.['language'];
  const language = typeof own === 'string' ? own : source.language;
  if (language !== undefined && !isFeel(language)) {
    source.refuse(expression.$parent ?? expression, `An expression in ${language}`);
  }
};

/** FEEL that reads `body` with one more name in scope. */
export const withName = (name: string, value: string, body: string): string =>
  name !== value && body.includes(name) ? `{${name}: ${value}, inScope: ${body}}.inScope` : body;
