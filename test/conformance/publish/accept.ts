import { type Diagnostic, checkBpmn, compileDefinitions, isNotExecutable } from '@lianban/bpmn-compiler';
import type { CaseResult, Suite } from '../report/suite.js';
import { bpmnFiles } from './bpmn-files.js';

/** Valid BPMN: none may be refused but as not executable here, with the element named. */
export const accept = {
  name: 'accept',
  holds: 'valid BPMN files, at any depth',
  ownFolder: 'models/accept',
  publicFolder: 'miwg-reference',
  async run(folder) {
    const results: CaseResult[] = [];
    for (const { id, xml } of bpmnFiles(folder)) {
      const { diagnostics } = await compileDefinitions(xml);
      const wrong = [...checkBpmn(xml).diagnostics, ...diagnostics].filter(isFalseRefusal);
      results.push(wrong.length === 0 ? { id } : { id, why: wrong.map(sentence).join(' ') });
    }
    return results;
  },
} as const satisfies Suite;

const isFalseRefusal = ({ severity, code, elementId, line }: Diagnostic): boolean =>
  severity === 'error' && (!isNotExecutable(code) || (elementId === undefined && line === undefined));

const sentence = ({ code, message, elementId, line }: Diagnostic): string =>
  `${code} ${elementId ?? ''}${line === undefined ? '' : `:${line}`} ${message}`;
