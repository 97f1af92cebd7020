import { tagsOf } from './xml-tags.js';

/**
 * The same XML with no space around the `=` of attributes. XML 1.0 §3.1 allows it (Eq ::= S? '=' S?); the parsers below
 * our models do not read it.
 */
export const closeAttributeSpaces = (xml: string): string => {
  if (!/\s=|=\s/.test(xml)) return xml;
  const parts: string[] = [];
  let kept = 0;
  for (const { from, to } of tagsOf(xml)) {
    const tag = xml.slice(from, to);
    if (!/\s=|=\s/.test(tag)) continue;
    parts.push(
      xml.slice(kept, from),
      tag.replaceAll(QUOTED_OR_EQUALS, (found, quoted: string) => quoted ?? '='),
    );
    kept = to;
  }
  return parts.join('') + xml.slice(kept);
};

/** A quoted value stays as it is; an equals sign takes the space around it along. */
const QUOTED_OR_EQUALS = /("[^"]*"|'[^']*')|\s*=\s*/g;
