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
  for (const [tag] of xml.matchAll(/<[/!?]?[A-Za-z_-][^<>]*>/g)) {
    if (tag.startsWith('<?') || tag.startsWith('<!')) continue;
    if (tag.startsWith('</')) {
      depth -= 1;
      continue;
    }
    elements += 1;
    if (!tag.endsWith('/>')) depth += 1;
    if (depth > XML_LIMITS.depth) {
      return problem('BPMN.TOO_DEEP', `Elements are nested more than ${XML_LIMITS.depth} deep.`);
    }
    if (elements > XML_LIMITS.elements) {
      return problem('BPMN.TOO_MANY_ELEMENTS', `The file has more than ${XML_LIMITS.elements} elements.`);
    }
  }
  return undefined;
};
