import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type DecisionCompilation,
  type DecisionModel,
  compileDecisions,
  evaluateDecision,
  evaluateService,
} from '@lianban/expressions/dmn';
import { type FeelValue, FeelContext, Run, valueText } from '@lianban/expressions/feel';
import type { CaseResult, Suite } from '../report/suite.js';
import { type TestCase, type TestFile, type TestResult, nameOf, readTestFile } from './read-test-file.js';
import { isSame } from './same-value.js';
import { valueOf } from './test-value.js';

/** The DMN Technology Compatibility Kit, of any version. A case is one result of one test. */
export const dmn = {
  name: 'dmn',
  holds: 'cases of the DMN TCK (NAME.dmn and NAME-test-01.xml), at any depth',
  publicFolder: 'dmn-tck-1.3',
  async run(folder) {
    const results: CaseResult[] = [];
    for (const path of filesBelow(folder, '.xml')) {
      const file = readTestFile(path);
      if (file) results.push(...(await runFile(path, file)));
    }
    return results;
  },
} as const satisfies Suite;

const filesBelow = (folder: string, suffix: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith(suffix))
    .toSorted()
    .map((name) => join(folder, name));

const runFile = async (path: string, file: TestFile): Promise<readonly CaseResult[]> => {
  const place = `${basename(dirname(path))}/${basename(path)}`;
  const model = await modelOf(path, file);
  return file.cases.flatMap((testCase) =>
    testCase.results.map((result) => {
      const id = `${place}#${testCase.id}/${result.name}`;
      const why = typeof model === 'string' ? model : failureOf(model, testCase, result);
      return why === undefined ? { id } : { id, why };
    }),
  );
};

type JudgedModel = DecisionModel & Pick<DecisionCompilation, 'diagnostics'>;

/** The model beside the tests, with all others of its folder to import from; or why there is none. */
const modelOf = async (path: string, { modelName }: TestFile): Promise<JudgedModel | string> => {
  const folder = dirname(path);
  const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.dmn'));
  const own =
    names.find((name) => name === modelName) ??
    names.find((name) => path.startsWith(join(folder, stem(name))));
  if (own === undefined) return `there is no model ${modelName ?? 'beside the tests'}`;
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
  const imported = names.filter((name) => name !== own).map(read);
  const { model, diagnostics } = await compileDecisions(read(own), imported);
  if (model) return { ...model, diagnostics };
  return `the model cannot be read: ${diagnostics.map(({ message }) => message).join(' ')}`;
};

const stem = (name: string): string => name.slice(0, -'.dmn'.length);

const failureOf = (model: JudgedModel, testCase: TestCase, result: TestResult): string | undefined => {
  try {
    const expected = result.expected ? valueOf(result.expected) : null;
    const { value, diagnostics } = evaluated(model, testCase, result);
    if (result.errorResult ? value === null : isSame(value, expected)) return undefined;
    const because = [...model.diagnostics.filter(({ severity }) => severity === 'error'), ...diagnostics]
      .slice(0, 3)
      .map(({ code, message }) => `${code} ${message}`)
      .join('; ');
    const wanted = result.errorResult ? 'an error' : text(expected);
    return `expected ${wanted}, but got ${text(value)}${because && ` (${because})`}`;
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
};

const text = (value: FeelValue): string =>
  (typeof value === 'string' ? JSON.stringify(value) : valueText(value, new Run())).slice(0, 300);

const evaluated = (model: DecisionModel, { inputs, invocable }: TestCase, { name }: TestResult) => {
  const data = new Map(inputs.map((node) => [nameOf(node), valueOf(node)]));
  if (invocable === undefined) return evaluateDecision(model, name, data);
  const outcome = evaluateService(model, invocable, data);
  // A service with several outputs answers a context of them.
  const { value } = outcome;
  const part =
    value instanceof FeelContext && isOneOfOutputs(model, invocable, name) ? value.get(name) : undefined;
  return part === undefined ? outcome : { ...outcome, value: part };
};

const isOneOfOutputs = (model: DecisionModel, invocable: string, name: string): boolean =>
  model.elements.some(
    (it) =>
      it.kind === 'service' &&
      it.name === invocable &&
      it.outputs.length > 1 &&
      it.outputs.some(({ element }) => element.name === name),
  );
