import type { Diagnostic } from '../diagnostic.js';

/** Puts the line of the finding's element beside it. moddle keeps no positions, but an id stands in a file once. */
export const withLine = (xml: string, finding: Diagnostic): Diagnostic => {
  if (finding.line !== undefined || finding.elementId === undefined) return finding;
  const at = [`id="${finding.elementId}"`, `id='${finding.elementId}'`]
    .map((attribute) => xml.search(new RegExp(`\\s${escaped(attribute)}`)))
    .find((index) => index >= 0);
  return at === undefined ? finding : { ...finding, line: xml.slice(0, at + 1).split('\n').length };
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
