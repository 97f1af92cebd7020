import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compileDefinitions } from '@lianban/bpmn-compiler';
import type { ProcessPlan } from '@lianban/process-runtime';
import type { CaseResult, Suite } from '../report/suite.js';
import { type TraceCase, type TraceFile, readTraceFile } from './read-cases.js';
import { type Outcome, runCase } from './run-case.js';

/** Small processes and what they must do: a model beside the cases that play it. */
export const trace = {
  name: 'trace',
  holds: 'models with their cases in the trace format (NAME.bpmn and NAME.json), at any depth',
  publicFolder: 'trace-format',
  ownFolder: 'models/trace',
  async run(folder) {
    const results: CaseResult[] = [];
    for (const path of modelsBelow(folder)) {
      const name = relative(folder, path).split(sep).join('/').slice(0, -'.bpmn'.length);
      results.push(...(await runFile(name, path)));
    }
    return results;
  },
} as const satisfies Suite;

const casesOf = (model: string): string => model.replace(/\.bpmn$/, '.json');

const modelsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bpmn'))
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(casesOf(path)));

const runFile = async (name: string, path: string): Promise<readonly CaseResult[]> => {
  let file: TraceFile;
  try {
    file = readTraceFile(readFileSync(casesOf(path), 'utf8'));
  } catch (error) {
    return [{ id: name, why: `the cases cannot be read: ${sentence(error)}` }];
  }
  const xml = readFileSync(path, 'utf8');
  const { plans, diagnostics } = await compileDefinitions(xml);
  const findings = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`);
  return file.cases.map((one) => {
    const id = `${name}#${one.name}`;
    const why = failureOf(xml, plans, findings, file, one);
    return why === undefined ? { id } : { id, why };
  });
};

const failureOf = (
  xml: string,
  plans: Readonly<Record<string, ProcessPlan>>,
  findings: readonly string[],
  file: TraceFile,
  one: TraceCase,
): string | undefined => {
  const unknown = Object.keys(one.tasks).find((task) => !new RegExp(`\\bid=["']${task}["']`).test(xml));
  if (unknown !== undefined) return `the model has no task ${unknown}`;
  try {
    return difference(one, runCase(plans, file, one), findings);
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
};

const difference = (
  { trace: wanted, order, ends }: TraceCase,
  { trace: got, ends: ended, because }: Outcome,
  findings: readonly string[],
): string | undefined => {
  const wrong: string[] = [];
  if (ends === undefined ? ended === 'failed' : ended !== ends) {
    wrong.push(`ends ${ended} instead of ${ends ?? 'well'}`);
  }
  const same = (list: readonly string[]): string => JSON.stringify(order === 'any' ? list.toSorted() : list);
  if (wanted && same(wanted) !== same(got)) {
    wrong.push(`logged ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  }
  if (wrong.length === 0) return undefined;
  const causes = [...(because === undefined ? [] : [because]), ...findings];
  return [...wrong, ...causes].join('; ');
};

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
