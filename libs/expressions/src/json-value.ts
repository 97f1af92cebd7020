import type { Json } from '@lianban/kernel';
import { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime, toFeel } from 'feelin';

/**
 * A FEEL value as JSON: temporal values become their ISO text. Functions and ranges have no JSON and answer
 * undefined, which the evaluator reports as an error.
 */
export const toJson = (value: unknown): Json | undefined => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'function' || value instanceof FeelRange) return undefined;
  if (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof FeelDuration
  ) {
    return String(toFeel(value)).replace(/^[^"]*"|"[^"]*$/g, '');
  }
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      const json = toJson(item);
      if (json === undefined) return undefined;
      items.push(json);
    }
    return items;
  }
  if (typeof value === 'object') {
    // Not by assignment: a key `__proto__` is data like any other.
    const entries: (readonly [string, Json])[] = [];
    for (const [key, item] of Object.entries(value)) {
      const json = toJson(item);
      if (json === undefined) return undefined;
      entries.push([key, json]);
    }
    return Object.fromEntries(entries);
  }
  return undefined;
};
