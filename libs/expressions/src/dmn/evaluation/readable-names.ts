import type { ReadableNames, Requirement } from './element.js';

type Growing = Map<string, Requirement | Growing>;

/** An import without a name gives its elements as they are. */
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
