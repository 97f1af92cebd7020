import type { Diagnostic } from '../diagnostic.js';

const ID_ATTRIBUTE = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Puts the line of its element beside each finding. moddle keeps no positions, but an id stands in a file once. */
export const withLines = (xml: string, findings: readonly Diagnostic[]): readonly Diagnostic[] => {
  const wanted = new Set(findings.flatMap(({ line, elementId }) => (line === undefined ? elementId : [])));
  if (wanted.size === 0) return findings;
  const lines = new Map<string, number>();
  let line = 1;
  let read = 0;
  for (const match of xml.matchAll(ID_ATTRIBUTE)) {
    // Up to the attribute itself: it may stand on a line of its own.
    const at = match.index + 1;
    for (; read < at; read += 1) if (xml.charCodeAt(read) === 10) line += 1;
    const id = match[1] ?? match[2] ?? '';
    if (wanted.has(id) && !lines.has(id)) lines.set(id, line);
  }
  return findings.map((finding) => {
    const found = finding.elementId === undefined ? undefined : lines.get(finding.elementId);
    return finding.line !== undefined || found === undefined ? finding : { ...finding, line: found };
  });
};
