import { tagsOf } from './xml-tags.js';

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
  for (const { kind: tag } of tagsOf(xml)) {
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
