import { compileProcess } from '@lianban/bpmn-compiler';
import { parseExpression } from '@lianban/expressions';
import type { CaseResult, Suite } from '../report/suite.js';
import { bpmnFiles } from './bpmn-files.js';

/** What publishing asks of FEEL; of the house around a definition nothing is known here, so nothing is checked. */
const around = {
  expressionProblem: (text: string): string | undefined => {
    const parsed = parseExpression(text);
    return parsed.ok ? undefined : parsed.error.message;
  },
};

/** Files that break a rule of BPMN: each must be refused at publish. */
export const reject = {
  name: 'reject',
  holds: 'BPMN files that break a rule of the standard, at any depth',
  ownFolder: 'models/reject',
  async run(folder) {
    const results: CaseResult[] = [];
    for (const { id, xml } of bpmnFiles(folder)) {
      const { plan } = await compileProcess(xml, around);
      results.push(plan === undefined ? { id } : { id, why: 'It would be published.' });
    }
    return results;
  },
} as const satisfies Suite;
