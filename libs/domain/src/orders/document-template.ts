/**
 * Words of a legal document (文书模板): one paragraph a line, `{{name}}` stands for a value. A paragraph of nothing but a
 * placeholder with a list becomes numbered paragraphs; one whose value is missing is left out.
 */
export type TemplateValues = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface TemplateProblem {
  /** One-based. */
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly code: 'TEMPLATES.UNKNOWN_PLACEHOLDER' | 'TEMPLATES.BROKEN_PLACEHOLDER';
}

const MARKS = /\{\{|\}\}/g;
const PLACEHOLDER = /\{\{([a-z][a-zA-Z]*)\}\}/g;

/** Placeholders that cannot be filled, each at its place. */
export const templateProblems = (body: string, known: readonly string[]): readonly TemplateProblem[] =>
  body.split('\n').flatMap((text, index) => {
    const line = index + 1;
    const whole = [...text.matchAll(PLACEHOLDER)];
    const unknown = whole
      .filter(([, name = '']) => !known.includes(name))
      .map(({ 0: found, index: at }) => ({
        line,
        column: at + 1,
        found,
        code: 'TEMPLATES.UNKNOWN_PLACEHOLDER' as const,
      }));
    const broken = [...text.matchAll(MARKS)]
      .filter(({ index: at }) => !whole.some((one) => at >= one.index && at < one.index + one[0].length))
      .map(({ 0: found, index: at }) => ({
        line,
        column: at + 1,
        found,
        code: 'TEMPLATES.BROKEN_PLACEHOLDER' as const,
      }));
    return [...unknown, ...broken].toSorted((a, b) => a.column - b.column);
  });

/** The paragraphs of a document. */
export const fillTemplate = (body: string, values: TemplateValues): readonly string[] =>
  body.split('\n').flatMap((text) => {
    if (text.trim() === '') return [];
    const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
    if (names.some((name) => isMissing(values[name]))) return [];
    const [only] = names;
    const list = only === undefined ? undefined : values[only];
    if (Array.isArray(list) && text.trim() === `{{${only}}}`) {
      return (list as readonly string[]).map((item, index) => `${index + 1}. ${item}`);
    }
    return [text.replaceAll(PLACEHOLDER, (_, name: string) => textOf(values[name]))];
  });

const isMissing = (value: TemplateValues[string]): boolean => value === undefined || value.length === 0;

const textOf = (value: TemplateValues[string]): string =>
  typeof value === 'string' ? value : (value ?? []).join('、');
