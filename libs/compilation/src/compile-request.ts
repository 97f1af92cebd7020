import type { CompileRequest } from '@lianban/application';
import { type Compilation, compileProcess } from '@lianban/bpmn-compiler';
import { parseExpression } from '@lianban/expressions';

/** One definition against the lists of the house. */
export const compileRequest = (request: CompileRequest): Promise<Compilation> =>
  compileProcess(request.xml, {
    expressionProblem: (text) => {
      const parsed = parseExpression(text);
      return parsed.ok ? undefined : parsed.error.message;
    },
    departments: new Set(request.departments),
    inspectors: new Set(request.inspectors),
    ladders: new Set(request.ladders),
    localServices: new Set(request.localServices),
    operations: new Set(request.operations),
    taskRules: new Set(request.taskRules),
    forms: new Set(request.forms),
    events: new Set(request.events),
    decisions: new Set(request.decisions),
  });
