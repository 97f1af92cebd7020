import type { ModdleElement, ModdleReference } from 'bpmn-moddle';

/**
 * Puts the elements that a file refers to in the place of their ids, and says which references lead nowhere. References
 * are qualified names in BPMN's schema (`tns:message1`): the part behind the prefix is the id.
 */
export const resolveReferences = (
  root: ModdleElement,
  references: readonly ModdleReference[],
): readonly ModdleReference[] => {
  const byId = elementsById(root);
  return references.filter(({ element, property, id }) => {
    const target = byId.get(id) ?? byId.get(id.slice(id.indexOf(':') + 1));
    if (!target) return true;
    const held = element.get(property);
    if (Array.isArray(held)) held.push(target);
    else element.set(property, target);
    return false;
  });
};

/** The first of a name; a second one is a finding of the static rules. */
const elementsById = (root: ModdleElement): ReadonlyMap<string, ModdleElement> => {
  const found = new Map<string, ModdleElement>();
  const open: unknown[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const element = next as ModdleElement;
    if (typeof element.id === 'string' && !found.has(element.id)) found.set(element.id, element);
    const children = Object.keys(element).flatMap((property) => element[property]);
    open.push(...children.filter((child) => isChild(element, child)).toReversed());
  }
  return found;
};

const isChild = (parent: ModdleElement, value: unknown): boolean =>
  typeof value === 'object' && value !== null && '$parent' in value && value.$parent === parent;
