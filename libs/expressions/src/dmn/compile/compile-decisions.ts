import type { Definitions, Import } from '../model/definitions.js';
import { type DmnDiagnostic, problem, warning } from '../model/diagnostic.js';
import type { CompiledModel } from '../evaluation/element.js';
import type { FeelType } from '../../feel/index.js';
import { isDmnNamespace } from '../read/dmn-versions.js';
import { type DmnReading, readDefinitions } from '../read/read-definitions.js';
import { type Imported, compileModel } from './compile-model.js';
import { inputTypesOf } from './input-types.js';

/** A decision model that is ready to be evaluated any number of times. */
export interface DecisionModel extends CompiledModel {
  readonly diagnostics: readonly DmnDiagnostic[];
  /** The types of everything that evaluations may be given, by name. */
  readonly inputTypes: ReadonlyMap<string, FeelType>;
}

/** What came of reading and compiling. An `error` among the diagnostics refuses publishing. */
export interface DecisionCompilation {
  /** Absent where the file cannot be read at all. */
  readonly model?: DecisionModel;
  readonly diagnostics: readonly DmnDiagnostic[];
}

/**
 * Compiles a DMN file (1.1 to 1.6); `imported` are the files among which its imports are found by their namespace.
 * Never throws on input. A model with errors can still be evaluated: what is wrong is null there.
 */
export const compileDecisions = async (
  xml: string,
  imported: readonly string[] = [],
): Promise<DecisionCompilation> => {
  const readings = await Promise.all([xml, ...imported].map(readDefinitions));
  return compileReadings(readings, false);
};

/**
 * The same for files that were judged when they were published: nothing is looked for, rules are compiled when they are
 * first met, and between its pieces, of which none holds the thread for long, whoever waits is let in by `pause`.
 */
export const loadDecisions = async (
  xml: string,
  imported: readonly string[],
  pause: () => Promise<void>,
): Promise<DecisionModel | undefined> => {
  const readings: DmnReading[] = [];
  for (const file of [xml, ...imported]) {
    readings.push(await readDefinitions(file));
    await pause();
  }
  return compileReadings(readings, true).model;
};

const compileReadings = (readings: readonly DmnReading[], isJudged: boolean): DecisionCompilation => {
  const [main, ...others] = readings;
  const diagnostics: DmnDiagnostic[] = [...(main?.diagnostics ?? [])];
  if (main?.definitions === undefined) return { diagnostics };
  const report = (finding: DmnDiagnostic): void => void diagnostics.push(finding);
  const known = others.map(({ definitions }) => definitions).filter((it) => it !== undefined);
  const { model } = new ImportingCompiler(known, report, isJudged).compile(main.definitions);
  return { model: { ...model, diagnostics, inputTypes: inputTypesOf(model) }, diagnostics };
};

/** Ways from a model to what it imports. Files that each import the next one twice would double them with every file. */
const MOST_IMPORT_PATHS = 1_000;

const pathsThrough = (imports: Iterable<Pick<Imported, 'model'>>): number => {
  let paths = 0;
  for (const { model } of imports) {
    const inner = [...model.imports.values()].map((it) => ({ model: it }));
    paths += 1 + pathsThrough(inner);
  }
  return paths;
};

/** Compiles imports before what imports them, each file once. */
class ImportingCompiler {
  private readonly done = new Map<Definitions, Imported>();
  private readonly begun = new Set<Definitions>();

  constructor(
    private readonly known: readonly Definitions[],
    private readonly report: (finding: DmnDiagnostic) => void,
    private readonly isJudged: boolean,
  ) {}

  compile(definitions: Definitions): Imported {
    const known = this.done.get(definitions);
    if (known) return known;
    this.begun.add(definitions);
    const imports = new Map<string, Imported>();
    for (const wanted of definitions.imports) {
      const found = findImport(wanted, this.known, this.report);
      if (found === undefined) continue;
      if (this.begun.has(found) && !this.done.has(found)) {
        this.report(
          problem('DMN.IMPORT_CYCLE', `"${found.name}" imports itself by way of others.`, wanted.id),
        );
      } else imports.set(wanted.name, this.compile(found));
      if (pathsThrough(imports.values()) > MOST_IMPORT_PATHS) {
        imports.delete(wanted.name);
        this.report(problem('DMN.TOO_MANY_IMPORTS', `"${definitions.name}" imports too much.`, wanted.id));
      }
    }
    const compiled = compileModel(definitions, imports, this.report, this.isJudged);
    this.done.set(definitions, compiled);
    return compiled;
  }
}

const findImport = (
  { id, name, namespace, importType }: Import,
  known: readonly Definitions[],
  report: (finding: DmnDiagnostic) => void,
): Definitions | undefined => {
  if (importType !== undefined && !isDmnNamespace(importType)) {
    report(warning('DMN.IMPORT_UNSUPPORTED', `Only DMN can be imported, no ${importType}.`, id));
    return undefined;
  }
  const found = known.find((it) => it.namespace === namespace);
  if (found === undefined) {
    report(
      problem('DMN.IMPORT_MISSING', `No file with the namespace ${namespace} is given for "${name}".`, id),
    );
  }
  return found;
};
