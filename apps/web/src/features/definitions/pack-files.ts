/** What an administrator picked: one process, its manifest, its forms, the decisions that it asks for. */
export interface PackFiles {
  readonly process?: { readonly fileName: string; readonly xml: string };
  readonly manifest?: Manifest;
  readonly forms: Readonly<Record<string, FormPair>>;
  /** Decision models by file name. */
  readonly decisions: Readonly<Record<string, string>>;
  /** Files that are none of these, or cannot be read. */
  readonly unusable: readonly string[];
}

interface FormPair {
  readonly zh?: Schema;
  readonly en?: Schema;
}

export interface Manifest {
  readonly pack?: string;
  readonly complete?: boolean;
  readonly incompleteNote?: { readonly zh: string; readonly en: string };
  readonly parameters?: Readonly<Record<string, unknown>>;
}

type Schema = Record<string, unknown>;

export const noFiles: PackFiles = { forms: {}, decisions: {}, unusable: [] };

/** Sorts a file by its name, as a policy pack lays them out: `*.bpmn`, `*.dmn`, `manifest.json`, `*.form.json`, `*.en.form.json`. */
export function addPackFile(files: PackFiles, name: string, text: string): PackFiles {
  const unusable = { ...files, unusable: [...files.unusable.filter((other) => other !== name), name] };
  if (/\.(bpmn|xml)$/i.test(name)) return { ...files, process: { fileName: name, xml: text } };
  if (/\.dmn$/i.test(name)) return { ...files, decisions: { ...files.decisions, [name]: text } };
  const content = readObject(text);
  if (content === undefined) return unusable;
  const form = /^(.+?)(\.en)?\.form\.json$/i.exec(name);
  if (form !== null) {
    const [, formName = '', english] = form;
    const pair = { ...files.forms[formName], [english === undefined ? 'zh' : 'en']: content };
    return { ...files, forms: { ...files.forms, [formName]: pair } };
  }
  return name === 'manifest.json' ? { ...files, manifest: content } : unusable;
}

/** A form in one language only serves both: better than no form, and the page says so. */
export const formsToPublish = (
  forms: PackFiles['forms'],
): Record<string, { readonly zh: Schema; readonly en: Schema }> =>
  Object.fromEntries(
    Object.entries(forms).map(([name, { zh, en }]) => [name, { zh: zh ?? en ?? {}, en: en ?? zh ?? {} }]),
  );

export const formsInOneLanguage = (forms: PackFiles['forms']): readonly string[] =>
  Object.entries(forms)
    .filter(([, { zh, en }]) => zh === undefined || en === undefined)
    .map(([name]) => name);

export function readObject(text: string): Schema | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Schema)
      : undefined;
  } catch {
    return undefined;
  }
}
