import { compileDecisions, parseExpression } from '@lianban/expressions';
import { type Compilation, compileProcess } from '../compile-process.js';
import type { DefinitionToJudge } from './definition-to-judge.js';

/**
 * One definition, with the decisions it makes, against the lists of the house. The same on the server, which decides, and
 * in the browser of whoever writes it. Never throws on input.
 */
export const judgeDefinition = async (request: DefinitionToJudge): Promise<Compilation> => {
  const decisions = await judgeDecisions(request.decisions);
  const { plan, diagnostics } = await compileProcess(request.xml, {
    decisions: decisions.known,
    calledProcess: (key, version) =>
      request.callable.find(
        (each) => each.key === key && (version === undefined ? each.current : each.version === version),
      ),
    expressionProblem: (text) => {
      const parsed = parseExpression(text);
      return parsed.ok ? undefined : parsed.error.message;
    },
    departments: new Set(request.departments),
    inspectors: new Set(request.inspectors),
    ladders: new Map(request.ladders.map(({ code, serves }) => [code, serves])),
    localServices: new Set(request.localServices),
    operations: new Set(request.operations),
    taskRules: new Set(request.taskRules),
    forms: new Set(request.forms),
    events: new Map(request.events.map(({ type, schema }) => [type, schema])),
  });
  const all = [...diagnostics, ...decisions.diagnostics];
  return plan && all.every(({ severity }) => severity !== 'error')
    ? { plan, diagnostics: all }
    : { diagnostics: all };
};

/** Each model on its own, with the others at hand for its imports. */
const judgeDecisions = async (
  files: DefinitionToJudge['decisions'],
): Promise<{ readonly known: ReadonlySet<string>; readonly diagnostics: Compilation['diagnostics'] }> => {
  const known = new Set<string>();
  const diagnostics: Compilation['diagnostics'][number][] = [];
  for (const [file, xml] of Object.entries(files)) {
    const others = Object.entries(files).flatMap(([name, text]) => (name === file ? [] : [text]));
    const { model, diagnostics: found } = await compileDecisions(xml, others);
    diagnostics.push(...found.map((finding) => ({ ...finding, message: `${file}: ${finding.message}` })));
    for (const { kind, id, name } of model?.elements ?? []) {
      if (kind !== 'decision' && kind !== 'service') continue;
      known.add(name);
      if (id !== undefined) known.add(id);
    }
  }
  return { known, diagnostics };
};
