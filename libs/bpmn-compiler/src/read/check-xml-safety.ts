import { type Diagnostic, problem } from '../diagnostic.js';

export const XML_LIMITS = {
  /** Characters of a definition. */
  length: 1_000_000,
  /** Elements inside one another. */
  depth: 50,
  /** Elements of the process and its diagram together. */
  elements: 10_000,
} as const;

/**
 * Judges the text before any parser sees it. A DTD is refused outright: entities are how a small file becomes a large
 * one, and no definition needs them.
 */
export const checkXmlSafety = (xml: string): Diagnostic | undefined => {
  if (xml.length > XML_LIMITS.length) {
    return problem('BPMN.TOO_LARGE', `The file has more than ${XML_LIMITS.length} characters.`);
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) {
    return problem('BPMN.DTD_REFUSED', 'The file has a document type declaration. Save it without one.');
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
    if (depth > XML_LIMITS.depth) {
      return problem('BPMN.TOO_DEEP', `Elements are nested more than ${XML_LIMITS.depth} deep.`);
    }
    if (elements > XML_LIMITS.elements) {
      return problem('BPMN.TOO_MANY_ELEMENTS', `The file has more than ${XML_LIMITS.elements} elements.`);
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
