import type { CompiledModel, Element, Requirement } from '../evaluation/element.js';
import type { Definitions, DrgElement } from '../model/definitions.js';
import { type DmnDiagnostic, problem } from '../model/diagnostic.js';
import { type Pieces, eachOf } from '../pieces.js';
import { ItemTypes } from '../types/item-types.js';
import { type ElementWorkshop, compileElement } from './compile-element.js';

/** What an import brings: a compiled model and its types. */
export interface Imported {
  readonly model: CompiledModel;
  readonly types: ItemTypes;
}

/** Requirements one after the other. Guards the stack. */
const MOST_REQUIREMENTS = 200;

/** Compiles the elements of one file, each after those that it requires. */
export function* compileModel(
  definitions: Definitions,
  imports: ReadonlyMap<string, Imported>,
  report?: (finding: DmnDiagnostic) => void,
): Pieces<Imported> {
  const importedTypes = new Map([...imports].map(([name, { types }]) => [name, types]));
  const types = new ItemTypes(definitions.itemDefinitions, importedTypes, report);
  yield* types.readAll();
  const sources = new Map<string, DrgElement>();
  for (const source of definitions.elements) {
    const { id } = source;
    if (sources.has(id)) report?.(problem('DMN.ID_DOUBLE', `Two elements have the id "${id}".`, id));
    else sources.set(id, source);
  }
  const compiled = new Map<DrgElement, Element | undefined>();
  let depth = 0;
  const models = new Map([...imports].map(([name, { model }]) => [name, model]));

  const compileById = function* (
    source: DrgElement,
    by: DrgElement | undefined,
  ): Pieces<Element | undefined> {
    if (compiled.has(source)) {
      const known = compiled.get(source);
      if (known === undefined) {
        report?.(
          problem('DMN.REQUIREMENT_CYCLE', `"${source.name}" requires itself by way of others.`, by?.id),
        );
      }
      return known;
    }
    if (depth >= MOST_REQUIREMENTS) {
      const message = `"${source.name}" stands behind more than ${MOST_REQUIREMENTS} requirements, one after the other.`;
      report?.(problem('DMN.REQUIREMENTS_TOO_DEEP', message, by?.id));
      return undefined;
    }
    compiled.set(source, undefined);
    depth += 1;
    const element = yield* compileElement(source, workshop);
    depth -= 1;
    yield;
    compiled.set(source, element);
    return element;
  };

  const find = function* (href: string, by: DrgElement): Pieces<Requirement | undefined> {
    const at = href.lastIndexOf('#');
    const [namespace, id] = at < 0 ? ['', href] : [href.slice(0, at), href.slice(at + 1)];
    if (namespace === '' || namespace === definitions.namespace) {
      const source = sources.get(id);
      if (source) {
        const element = yield* compileById(source, by);
        return element && { path: [], element };
      }
    }
    const found = findImported(models, namespace, id);
    if (found === undefined) {
      report?.(
        problem('DMN.REFERENCE_UNKNOWN', `There is no element ${href}, which "${by.name}" requires.`, by.id),
      );
    }
    return found;
  };

  const workshop: ElementWorkshop = {
    types,
    report,
    *require(hrefs, by) {
      const found = yield* eachOf(hrefs, (href) => find(href, by));
      return found.filter((it) => it !== undefined);
    },
  };
  const elements = yield* eachOf(definitions.elements, (source) => compileById(source, undefined));
  return {
    types,
    model: {
      name: definitions.name,
      namespace: definitions.namespace,
      elements: elements.filter((it) => it !== undefined),
      imports: models,
    },
  };
}

/** The nearest import with this namespace, also inside of imports. */
const findImported = (
  imports: ReadonlyMap<string, CompiledModel>,
  namespace: string,
  id: string,
): Requirement | undefined => {
  for (const [name, model] of imports) {
    const element = model.namespace === namespace && model.elements.find((it) => it.id === id);
    if (element) return { path: [name], element };
  }
  for (const [name, model] of imports) {
    const inner = findImported(model.imports, namespace, id);
    if (inner) return { path: [name, ...inner.path], element: inner.element };
  }
  return undefined;
};
