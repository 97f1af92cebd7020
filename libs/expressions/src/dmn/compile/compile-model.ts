import type { CompiledModel, Element } from '../evaluation/element.js';
import type { Requirement } from '../evaluation/readable-names.js';
import type { Definitions, DrgElement } from '../model/definitions.js';
import { type DmnDiagnostic, problem } from '../model/diagnostic.js';
import { ItemTypes } from '../types/item-types.js';
import { type ElementWorkshop, compileElement } from './compile-element.js';

/** What an import brings: a compiled model and its types. */
export interface Imported {
  readonly model: CompiledModel;
  readonly types: ItemTypes;
}

/** Compiles the elements of one file, each after those that it requires. */
export const compileModel = (
  definitions: Definitions,
  imports: ReadonlyMap<string, Imported>,
  report: (finding: DmnDiagnostic) => void,
): Imported => {
  const importedTypes = new Map([...imports].map(([name, { types }]) => [name, types]));
  const types = new ItemTypes(definitions.itemDefinitions, importedTypes, report);
  const sources = new Map(definitions.elements.map((source) => [source.id, source]));
  for (const [index, source] of definitions.elements.entries()) {
    const earlier = definitions.elements.findIndex(({ id }) => id === source.id);
    if (earlier < index)
      report(problem('DMN.ID_DOUBLE', `Two elements have the id "${source.id}".`, source.id));
  }
  const compiled = new Map<string, Element | undefined>();
  const models = new Map([...imports].map(([name, { model }]) => [name, model]));

  const compileById = (source: DrgElement, by: DrgElement | undefined): Element | undefined => {
    if (compiled.has(source.id)) {
      const known = compiled.get(source.id);
      if (known === undefined) {
        report(
          problem('DMN.REQUIREMENT_CYCLE', `"${source.name}" requires itself by way of others.`, by?.id),
        );
      }
      return known;
    }
    compiled.set(source.id, undefined);
    const element = compileElement(source, workshop);
    compiled.set(source.id, element);
    return element;
  };

  const find = (href: string, by: DrgElement): Requirement | undefined => {
    const at = href.lastIndexOf('#');
    const [namespace, id] = at < 0 ? ['', href] : [href.slice(0, at), href.slice(at + 1)];
    if (namespace === '' || namespace === definitions.namespace) {
      const source = sources.get(id);
      if (source) {
        const element = compileById(source, by);
        return element && { path: [], element };
      }
    }
    const found = findImported(models, namespace, id);
    if (found === undefined) {
      report(
        problem('DMN.REFERENCE_UNKNOWN', `There is no element ${href}, which "${by.name}" requires.`, by.id),
      );
    }
    return found;
  };

  const workshop: ElementWorkshop = {
    types,
    report,
    require: (hrefs, by) => hrefs.map((href) => find(href, by)).filter((it) => it !== undefined),
  };
  const elements = definitions.elements
    .map((source) => compileById(source, undefined))
    .filter((element) => element !== undefined);
  return {
    types,
    model: { name: definitions.name, namespace: definitions.namespace, elements, imports: models },
  };
};

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
