import type { Definitions, Import } from '../model/definitions.js';
import { type DmnDiagnostic, problem, warning } from '../model/diagnostic.js';
import type { CompiledModel } from '../evaluation/element.js';
import type { FeelType } from '../../feel/index.js';
import { isDmnNamespace } from '../read/dmn-versions.js';
import { type Pieces, atOnce } from '../pieces.js';
import { readDefinitions } from '../read/read-definitions.js';
import { type Imported, compileModel } from './compile-model.js';
import { inputTypesOf } from './input-types.js';

/** A decision model that is ready to be evaluated any number of times. */
export interface DecisionModel extends CompiledModel {
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
  const [main, ...others] = await Promise.all([xml, ...imported].map(readDefinitions));
  const diagnostics: DmnDiagnostic[] = [...(main?.diagnostics ?? [])];
  if (main?.definitions === undefined) return { diagnostics };
  const report = (finding: DmnDiagnostic): void => void diagnostics.push(finding);
  const known = others.map(({ definitions }) => definitions).filter((it) => it !== undefined);
  const model = atOnce(compileRead(main.definitions, known, report));
  return { model, diagnostics };
};

/**
 * Compiles a file that was read before, in pieces: a table at the limit of size takes a second, which nobody else has
 * to wait for. Without `report` it counts as judged; what only a judge asks is left out.
 */
export function* compileRead(
  definitions: Definitions,
  imported: readonly Definitions[],
  report?: (finding: DmnDiagnostic) => void,
): Pieces<DecisionModel> {
  const { model } = yield* new ImportingCompiler(imported, report).compile(definitions);
  return { ...model, inputTypes: inputTypesOf(model) };
}

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
    private readonly report?: (finding: DmnDiagnostic) => void,
  ) {}

  *compile(definitions: Definitions): Pieces<Imported> {
    const known = this.done.get(definitions);
    if (known) return known;
    this.begun.add(definitions);
    const imports = new Map<string, Imported>();
    for (const wanted of definitions.imports) {
      const found = findImport(wanted, this.known, this.report);
      if (found === undefined) continue;
      if (this.begun.has(found) && !this.done.has(found)) {
        this.report?.(
          problem('DMN.IMPORT_CYCLE', `"${found.name}" imports itself by way of others.`, wanted.id),
        );
      } else imports.set(wanted.name, yield* this.compile(found));
      if (pathsThrough(imports.values()) > MOST_IMPORT_PATHS) {
        imports.delete(wanted.name);
        this.report?.(problem('DMN.TOO_MANY_IMPORTS', `"${definitions.name}" imports too much.`, wanted.id));
      }
    }
    const compiled = yield* compileModel(definitions, imports, this.report);
    this.done.set(definitions, compiled);
    return compiled;
  }
}

const findImport = (
  { id, name, namespace, importType }: Import,
  known: readonly Definitions[],
  report?: (finding: DmnDiagnostic) => void,
): Definitions | undefined => {
  if (importType !== undefined && !isDmnNamespace(importType)) {
    report?.(warning('DMN.IMPORT_UNSUPPORTED', `Only DMN can be imported, no ${importType}.`, id));
    return undefined;
  }
  const found = known.find((it) => it.namespace === namespace);
  if (found === undefined) {
    report?.(
      problem('DMN.IMPORT_MISSING', `No file with the namespace ${namespace} is given for "${name}".`, id),
    );
  }
  return found;
};
