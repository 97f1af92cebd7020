import type { DmnElement } from 'dmn-moddle';

/** Typed access to moddle elements, whose properties are untyped by nature. */
const isElement = (value: unknown): value is DmnElement =>
  typeof value === 'object' && value !== null && '$type' in value;

export const textOf = (element: DmnElement | undefined, property: string): string | undefined => {
  const value = element?.[property];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const elementOf = (element: DmnElement | undefined, property: string): DmnElement | undefined => {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
};

export const elementsOf = (element: DmnElement | undefined, property: string): readonly DmnElement[] => {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
};

/** A name as FEEL compares it: runs of white space are one space (DMN 1.3 §10.3.1.2). */
export const nameOf = (element: DmnElement | undefined): string =>
  (textOf(element, 'name') ?? '').trim().replace(/\s+/g, ' ');

/** Elements that are referred to, as they are written: `#id` or `namespace#id`. */
export const hrefsOf = (element: DmnElement, property: string): readonly string[] =>
  [...elementsOf(element, property), elementOf(element, property)]
    .map((reference) => textOf(reference, 'href'))
    .filter((href) => href !== undefined);

/** Only the properties that have a value: optional properties are absent, never undefined. */
export const present = <T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
