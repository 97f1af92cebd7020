import {
  type FeelValue,
  FeelContext,
  NameScope,
  Run,
  STRING,
  compileExpression,
  numberOf,
} from '@lianban/expressions/feel';
import { type XmlElement, childrenOf } from '../xml-tree.js';

const READERS: Readonly<Record<string, string>> = {
  date: 'date(text)',
  time: 'time(text)',
  dateTime: 'date and time(text)',
  duration: 'duration(text)',
};
const NUMBERS = new Set(['decimal', 'double', 'float', 'integer', 'int', 'long', 'short']);

/** The value that a node of a test holds: one value by its XSD type, a list of items, or the components of a context. */
export const valueOf = (node: XmlElement): FeelValue => {
  if (isNil(node)) return null;
  const [value] = childrenOf(node, 'value');
  if (value) return isNil(value) ? null : simpleValue(value);
  const [list] = childrenOf(node, 'list');
  if (list) return isNil(list) ? null : childrenOf(list, 'item').map(valueOf);
  const components = childrenOf(node, 'component');
  if (components.length === 0) return null;
  return FeelContext.of(
    components.map((component) => [component.attributes.get('name') ?? '', valueOf(component)] as const),
  );
};

const isNil = ({ attributes }: XmlElement): boolean => attributes.get('nil') === 'true';

const simpleValue = ({ attributes, text }: XmlElement): FeelValue => {
  const type = (attributes.get('type') ?? 'string').replace(/^.*:/, '');
  if (type === 'boolean') return text.trim() === 'true' || text.trim() === '1';
  if (NUMBERS.has(type)) return numberOf(text.trim());
  const reader = READERS[type];
  return reader === undefined ? text : temporal(reader, text.trim());
};

const temporal = (reader: string, text: string): FeelValue => {
  const compiled = compileExpression(reader, NameScope.of([['text', STRING]]));
  if (!compiled.ok) throw new Error(`${reader}: ${compiled.error.message}`);
  const value = compiled.value.evaluate(new Map([['text', text]]), new Run());
  if (value === null) throw new Error(`The test holds "${text}", which is no ${reader}.`);
  return value;
};
