type Groups = readonly (string | undefined)[];

/**
 * The replacement of XPath's `replace`: `$1` is a group, `$0` the whole match, `\$` and `\\` stand for the signs. Null
 * where another `$` or `\` stands. Digits belong to the number as long as there are so many groups.
 */
export const expandReplacement = (text: string): ((groups: Groups) => string) | null => {
  if (!/^(?:[^$\\]|\\[$\\]|\$\d)*$/.test(text)) return null;
  const parts = text.match(/\\[$\\]|\$\d+|[^$\\]+/g) ?? [];
  return (groups) => parts.map((part) => expand(part, groups)).join('');
};

const expand = (part: string, groups: Groups): string => {
  if (part.startsWith('\\')) return part.slice(1);
  if (!part.startsWith('$')) return part;
  let digits = part.slice(1);
  while (digits.length > 1 && Number(digits) >= groups.length) digits = digits.slice(0, -1);
  return (groups[Number(digits)] ?? '') + part.slice(1 + digits.length);
};
