import { type FeelType, type FeelValue, type Run, FeelContext, fromJson, isList } from '../../feel/index.js';
import { type Formula, formula } from '../logic/formula.js';

const text = ['text'];

/** JSON has no temporal values: where one is declared, its ISO text is read as FEEL reads it. */
const READERS: Readonly<Partial<Record<FeelType['kind'], Formula>>> = {
  date: formula('date(text)', text),
  time: formula('time(text)', text),
  'date and time': formula('date and time(text)', text),
  'years and months duration': formula('duration(text)', text),
  'days and time duration': formula('duration(text)', text),
};

/** Process data as a declared type reads them. */
export const fromTypedJson = (json: unknown, type: FeelType, run: Run): FeelValue =>
  typed(fromJson(json, run), type, run);

const typed = (value: FeelValue, type: FeelType, run: Run): FeelValue => {
  if (typeof value === 'string') {
    const read = READERS[type.kind];
    return read ? read({ text: value }, run) : value;
  }
  if (type.kind === 'list' && isList(value)) return value.map((item) => typed(item, type.of, run));
  if (type.kind === 'context' && value instanceof FeelContext) {
    const entries = [...value.keys()].map((key) => {
      const entry = value.get(key) ?? null;
      const declared = type.entries.get(key);
      return [key, declared ? typed(entry, declared, run) : entry] as const;
    });
    return FeelContext.of(entries);
  }
  return value;
};
