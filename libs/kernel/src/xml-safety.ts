/** How large a file may be before a parser sees it. */
export interface XmlLimits {
  /** Characters. */
  readonly length: number;
  /** Elements inside one another. */
  readonly depth: number;
  /** Elements in all. */
  readonly elements: number;
}

/** Why a file is not given to a parser. */
export interface XmlDanger {
  readonly reason: 'TOO_LARGE' | 'DTD_REFUSED' | 'TOO_DEEP' | 'TOO_MANY_ELEMENTS';
  readonly message: string;
}

/**
 * Judges XML before any parser sees it. A DTD is refused outright: entities are how a small file becomes a large one,
 * and no definition needs them.
 */
export const checkXmlSafety = (xml: string, limits: XmlLimits): XmlDanger | undefined => {
  if (xml.length > limits.length) {
    return { reason: 'TOO_LARGE', message: `The file has more than ${limits.length} characters.` };
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) {
    const message = 'The file has a document type declaration. Save it without one.';
    return { reason: 'DTD_REFUSED', message };
  }
  let depth = 0;
  let elements = 0;
  for (const tag of tagsOf(xml)) {
    if (tag === 'close') {
      depth -= 1;
      continue;
    }
    elements += 1;
    if (tag === 'open') depth += 1;
    if (depth > limits.depth) {
      return { reason: 'TOO_DEEP', message: `Elements are nested more than ${limits.depth} deep.` };
    }
    if (elements > limits.elements) {
      const message = `The file has more than ${limits.elements} elements.`;
      return { reason: 'TOO_MANY_ELEMENTS', message };
    }
  }
  return undefined;
};

/** Parts of the text that hold no tags, and what ends them. */
const QUIET = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** In one pass, whatever the text: an attribute may hold a `>`, so quotes are followed. */
function* tagsOf(xml: string): Generator<'open' | 'close' | 'empty'> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const quiet = QUIET.find(([begin]) => xml.startsWith(begin, at));
    if (quiet) {
      const end = xml.indexOf(quiet[1], at + quiet[0].length);
      if (end < 0) return;
      at = end + quiet[1].length;
      continue;
    }
    const end = endOfTag(xml, at + 1);
    if (end < 0) return;
    yield xml[at + 1] === '/' ? 'close' : xml[end - 1] === '/' ? 'empty' : 'open';
    at = end + 1;
  }
}

const endOfTag = (xml: string, from: number): number => {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return -1;
};
