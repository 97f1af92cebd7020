import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportDefinitions, readDefinitions } from '@lianban/bpmn-compiler';
import type { CaseResult, Suite } from '../report/suite.js';
import { decoded } from './decoded.js';
import { type ModelPart, modelParts } from './model-parts.js';
import { xmlEvents } from './xml-events.js';

/**
 * Models of the BPMN Model Interchange Working Group, and files of any tool: read, written as an export is, and read again.
 * Nothing may be lost as XML (elements, attributes, namespaces, extension elements, diagrams, texts), nor in the model that
 * the compiler makes of it (parts by type and id).
 */
export const miwg = {
  name: 'miwg',
  holds: 'BPMN files (NAME.bpmn), at any depth',
  publicFolder: 'miwg-reference',
  async run(folder) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.toLowerCase().endsWith('.bpmn'))
      .toSorted();
    const results: CaseResult[] = [];
    for (const id of names) {
      const why = await lossOf(readFileSync(join(folder, id)));
      results.push(why === undefined ? { id } : { id, why });
    }
    return results;
  },
} as const satisfies Suite;

const lossOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  try {
    const before = decoded(bytes);
    const out = exportDefinitions(before);
    if ('diagnostics' in out)
      return out.diagnostics.map(({ code, message }) => `${code} ${message}`).join('; ');
    return (
      difference(xmlEvents(before), xmlEvents(out.xml)) ??
      difference(await partsOf(before), await partsOf(out.xml))
    );
  } catch (error) {
    return `threw ${error instanceof Error ? error.message : String(error)}`;
  }
};

const partsOf = async (xml: string): Promise<readonly string[]> => {
  const { definitions } = await readDefinitions(xml);
  return definitions ? modelParts(definitions as ModelPart) : [];
};

const difference = (before: readonly string[], after: readonly string[]): string | undefined => {
  const at = before.findIndex((event, index) => event !== after[index]);
  if (at < 0 && before.length === after.length) return undefined;
  const place = at < 0 ? before.length : at;
  return `${place}: ${before[place] ?? 'nothing'} became ${after[place] ?? 'nothing'}`.slice(0, 500);
};
