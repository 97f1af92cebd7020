import type { ModdleElement } from 'bpmn-moddle';

/** Typed access to moddle elements, whose properties are untyped by nature. */
const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

export const textOf = (element: ModdleElement | undefined, property: string): string | undefined => {
  const value = element?.[property];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const numberOf = (element: ModdleElement, property: string): number | undefined => {
  const value = element[property];
  return typeof value === 'number' ? value : undefined;
};

export const elementOf = (
  element: ModdleElement | undefined,
  property: string,
): ModdleElement | undefined => {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
};

export const elementsOf = (
  element: ModdleElement | undefined,
  property: string,
): readonly ModdleElement[] => {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
};

/** What the file itself says: a default of the schema is not declared. */
export const declaredTextOf = (element: ModdleElement, property: string): string | undefined =>
  Object.hasOwn(element, property) ? textOf(element, property) : undefined;

/** Extension elements of one of our types, e.g. `Clock`. */
export const extensionsOf = (element: ModdleElement, type: string): readonly ModdleElement[] => {
  const holder = elementOf(element, 'extensionElements');
  return holder ? elementsOf(holder, 'values').filter((value) => value.$type === `lianban:${type}`) : [];
};

export const extensionOf = (element: ModdleElement, type: string): ModdleElement | undefined =>
  extensionsOf(element, type)[0];

export const wordsOf = (text: string | undefined): readonly string[] =>
  text?.split(/[\s,]+/).filter(Boolean) ?? [];

/** FEEL as it stands in the file; a leading `=` is tolerated and dropped. */
export const feelOf = (text: string | undefined): string | undefined =>
  text?.trim().replace(/^=/, '').trim() || undefined;
