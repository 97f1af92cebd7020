import { wordsOfType } from '../../schema/schema.js';
import { NC_NAME } from '../../xml/xml-text.js';

/** RFC 3986 as far as a file can break it: a scheme, at most one fragment, whole percent signs, no inner space. */
const isUri = (text: string): boolean =>
  !/\s/.test(text) &&
  !/%(?![0-9A-Fa-f]{2})/.test(text) &&
  (text.match(/#/g)?.length ?? 0) < 2 &&
  (/^[A-Za-z][A-Za-z0-9+.-]*:./.test(text) || !/^[^/?#]*:/.test(text));

const isQName = (text: string): boolean => {
  const parts = text.split(':');
  return parts.length <= 2 && parts.every((part) => NC_NAME.test(part));
};

const LEXICAL: Readonly<Record<string, (text: string) => boolean>> = {
  string: () => true,
  boolean: (text) => /^(true|false|1|0)$/.test(text),
  integer: (text) => /^[+-]?\d+$/.test(text),
  int: (text) => /^[+-]?\d+$/.test(text) && Math.abs(Number(text)) <= 2 ** 31,
  double: (text) => /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/.test(text),
  anyURI: isUri,
  ID: (text) => NC_NAME.test(text),
  IDREF: (text) => NC_NAME.test(text),
  QName: isQName,
};

/** What is wrong with a value of a simple type, as the words the type allows; undefined where nothing is. */
export const valueFault = (type: string, value: string): string | undefined => {
  const text = value.trim();
  const words = wordsOfType(type);
  if (!words) return LEXICAL[type]?.(text) === false ? type : undefined;
  if (words.includes(text) && text !== 'anyURI') return undefined;
  return words[0] === 'anyURI' && isUri(text) ? undefined : words.join(', ');
};

export const isSimple = (type: string): boolean => type in LEXICAL || wordsOfType(type) !== undefined;
