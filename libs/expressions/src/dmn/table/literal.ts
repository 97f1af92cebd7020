import { type FeelValue, NameScope, Run, compileExpression } from '../../feel/index.js';

const LITERAL =
  /^(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|-?\.\d+|true|false|@"[^"]*"|(?:date|time|date and time|duration)\s*\(\s*"[^"]*"\s*\))$/;
const FUNCTIONS = ['date', 'time', 'date and time', 'duration'];
const NOTHING = NameScope.of([]);

/** The value of a text that is a literal; undefined where it is none, or where the scope gives its words another meaning. */
export const literalOf = (text: string, scope: NameScope): FeelValue | undefined => {
  if (!LITERAL.test(text)) return undefined;
  if (text.endsWith(')') && FUNCTIONS.some((name) => scope.typeOf(name) !== undefined)) return undefined;
  const compiled = compileExpression(text, NOTHING);
  if (!compiled.ok) return undefined;
  return compiled.value.evaluate(new Map(), new Run()) ?? undefined;
};
