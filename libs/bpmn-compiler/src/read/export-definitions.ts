import { type Diagnostic, problem } from '../diagnostic.js';
import { readXml } from '../xml/read-xml.js';
import { writeXml } from '../xml/write-xml.js';
import { unsafeXml } from './read-definitions.js';

export type Export = { readonly xml: string } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * A file as it goes out to other tools: well-formed XML in UTF-8 that says so, without a document type. All that any tool
 * put into it is kept, also where this engine has no use for it: extension elements, colours, several diagrams, comments.
 */
export const exportDefinitions = (xml: string): Export => {
  const unsafe = unsafeXml(xml);
  if (unsafe) return { diagnostics: [unsafe] };
  const reading = readXml(xml);
  if (!('fault' in reading)) return { xml: writeXml(reading) };
  const { message, line } = reading.fault;
  return { diagnostics: [{ ...problem('BPMN.XML_INVALID', message), line }] };
};
