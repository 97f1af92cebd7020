import type { Json } from '@lianban/kernel';
import type { Run } from '../run.js';
import { FeelContext, FeelFunction, FeelRange, type FeelValue, isList } from './feel-value.js';
import { type FeelNumber, fromFloat, isNumber, toFloat } from './feel-number.js';
import { temporalText } from './temporal-text.js';

/** Data as FEEL reads it. Objects are looked into only where they are read; what is no JSON is null. */
export const fromJson = (value: unknown, run: Run): FeelValue => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return fromFloat(value);
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return listOf(value, run);
      return new JsonContext(value as Readonly<Record<string, unknown>>, run);
    default:
      return null;
  }
};

const listOf = (items: readonly unknown[], run: Run): readonly FeelValue[] => {
  run.spend(items.length);
  run.enter();
  const list = items.map((item) => fromJson(item, run));
  run.leave();
  return list;
};

class JsonContext extends FeelContext {
  constructor(
    private readonly object: Readonly<Record<string, unknown>>,
    private readonly run: Run,
  ) {
    super();
  }

  override get(name: string): FeelValue | undefined {
    // Not `in`: `constructor` and the like are no data.
    return Object.hasOwn(this.object, name) ? fromJson(this.object[name], this.run) : undefined;
  }

  override has(name: string): boolean {
    return Object.hasOwn(this.object, name);
  }

  override keys(): Iterable<string> {
    const keys = Object.keys(this.object);
    this.run.spend(keys.length);
    return keys;
  }

  override get size(): number {
    return Object.keys(this.object).length;
  }
}

/**
 * A value as JSON: temporal values become their ISO text, numbers the nearest that JSON has. Functions,
 * ranges and numbers out of reach have no JSON and answer undefined, and so does what holds one.
 */
export const toJson = (value: FeelValue, run: Run): Json | undefined => {
  run.spend(1);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value;
  if (isNumber(value)) return jsonNumber(value);
  if (value instanceof FeelRange || value instanceof FeelFunction) return undefined;
  if (isList(value)) return within(run, () => itemsAsJson(value, run));
  if (value instanceof FeelContext) return within(run, () => entriesAsJson(value, run));
  return temporalText(value);
};

/** Beyond what readers of JSON have there is no nearest number. */
const jsonNumber = (value: FeelNumber): number | undefined => {
  const plain = toFloat(value);
  return Number.isFinite(plain) ? plain : undefined;
};

const within = <T>(run: Run, work: () => T): T => {
  run.enter();
  const result = work();
  run.leave();
  return result;
};

const itemsAsJson = (list: readonly FeelValue[], run: Run): Json | undefined => {
  const items: Json[] = [];
  for (const item of list) {
    const json = toJson(item, run);
    if (json === undefined) return undefined;
    items.push(json);
  }
  return items;
};

const entriesAsJson = (context: FeelContext, run: Run): Json | undefined => {
  // Not by assignment: a key `__proto__` is data like any other.
  const entries: (readonly [string, Json])[] = [];
  for (const key of context.keys()) {
    const json = toJson(context.get(key) ?? null, run);
    if (json === undefined) return undefined;
    entries.push([key, json]);
  }
  return Object.fromEntries(entries);
};
