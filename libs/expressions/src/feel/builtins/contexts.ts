import type { Run } from '../run.js';
import { ANY } from '../types/feel-type.js';
import { FeelContext, type FeelValue } from '../values/feel-value.js';
import { CONTEXT, LIST, any, context, define, list, nullable, refuse, signature, text } from './define.js';

const entriesOf = (of: FeelContext, run: Run): [string, FeelValue][] => {
  run.spend(1 + of.size);
  return [...of.keys()].map((key) => [key, of.get(key) ?? null]);
};

/** From `{key: …, value: …}` to entries; null where one is none, or a key stands twice. */
const contextFrom = (items: readonly FeelValue[], run: Run): FeelValue => {
  const entries = new Map<string, FeelValue>();
  run.spend(1 + items.length);
  for (const item of items) {
    const key = item instanceof FeelContext ? item.get('key') : undefined;
    const value = item instanceof FeelContext ? item.get('value') : undefined;
    if (typeof key !== 'string' || value === undefined) {
      return refuse(run, 'context() needs entries with a "key", which is a string, and a "value".');
    }
    if (entries.has(key)) return refuse(run, `context() has the key "${key}" twice.`);
    entries.set(key, value);
  }
  return FeelContext.over(entries);
};

const put = (into: FeelContext, key: string, value: FeelValue, run: Run): FeelContext =>
  FeelContext.over(new Map([...entriesOf(into, run), [key, value]]));

/** Through contexts inside one another; what is no context on the way makes no result. */
const putDeep = (
  into: FeelContext,
  keys: readonly FeelValue[],
  value: FeelValue,
  run: Run,
): FeelContext | null => {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return refuse(run, 'context put() needs strings as keys.');
  if (rest.length === 0) return put(into, key, value, run);
  const inner = into.get(key) ?? null;
  if (!(inner instanceof FeelContext)) return refuse(run, `The entry "${key}" is no context.`);
  run.enter();
  const changed = putDeep(inner, rest, value, run);
  run.leave();
  return changed && put(into, key, changed, run);
};

const merge = (contexts: readonly FeelValue[], run: Run): FeelValue => {
  const entries = new Map<string, FeelValue>();
  for (const one of contexts) {
    if (!(one instanceof FeelContext)) return refuse(run, 'context merge() merges contexts only.');
    for (const [key, value] of entriesOf(one, run)) entries.set(key, value);
  }
  return FeelContext.over(entries);
};

/** Functions of contexts (DMN 1.3 table 80, and those that 1.4 added). */
export const contextFunctions = [
  define(
    'get value',
    signature([context('m'), text('key')], ANY, ([from, key]) => from.get(key) ?? null),
  ),
  define(
    'get entries',
    signature([context('m')], LIST, ([from], run) =>
      entriesOf(from, run).map(([key, value]) =>
        FeelContext.of([
          ['key', key],
          ['value', value],
        ]),
      ),
    ),
  ),
  define(
    'context',
    signature([list('entries')], CONTEXT, ([entries], run) => contextFrom(entries, run)),
  ),
  define(
    'context put',
    signature([context('context'), text('key'), nullable(any('value'))], CONTEXT, ([into, key, value], run) =>
      put(into, key, value, run),
    ),
    signature(
      [context('context'), list('keys'), nullable(any('value'))],
      CONTEXT,
      ([into, keys, value], run) =>
        keys.length > 0 ? putDeep(into, keys, value, run) : refuse(run, 'context put() needs a key.'),
    ),
  ),
  define(
    'context merge',
    signature([list('contexts')], CONTEXT, ([contexts], run) => merge(contexts, run)),
  ),
];
