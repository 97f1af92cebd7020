import type { Element } from './element.js';

/** An element of a model as another one requires it: through imports, named from the outside inwards. */
export interface Requirement {
  readonly path: readonly string[];
  readonly element: Element;
}

/**
 * The names that the logic of an element may read: those of its requirements, and imports as contexts of what is
 * required from them. An import without a name gives its elements as they are.
 */
export type ReadableNames = ReadonlyMap<string, Requirement | ReadableNames>;

type Growing = Map<string, Requirement | Growing>;

export const readableNames = (requirements: readonly Requirement[]): ReadableNames => {
  const names: Growing = new Map();
  for (const requirement of requirements) {
    let inside = names;
    for (const step of requirement.path.filter((it) => it !== '')) {
      const known = inside.get(step);
      const next: Growing = known instanceof Map ? known : new Map<string, Requirement | Growing>();
      inside.set(step, next);
      inside = next;
    }
    inside.set(requirement.element.variable, requirement);
  }
  return names;
};

export const isImport = (names: Requirement | ReadableNames): names is ReadableNames => names instanceof Map;
