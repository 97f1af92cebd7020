import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compileDefinitions } from '@lianban/bpmn-compiler';
import type { CaseResult, Suite } from '../report/suite.js';
import { adaptPlan } from './adapt-plan.js';
import { difference } from './compare.js';
import { readCollaboration } from './model.js';
import { play } from './play.js';
import { racedPlaces } from './races.js';
import { livesOf } from './recorded-lives.js';
import { readTrace } from './recorded-trace.js';
import { scriptOf } from './script.js';

/** Traces recorded by bpmn-js-token-simulation: the way of every token through a model. */
export const tokens = {
  name: 'tokens',
  holds:
    'models with traces of bpmn-js-token-simulation (NAME.bpmn and NAME.json or NAME-1.json), at any depth',
  publicFolder: 'token-simulation',
  async run(folder) {
    const results: CaseResult[] = [];
    for (const path of tracesBelow(folder)) {
      const id = relative(folder, path).split(sep).join('/').slice(0, -'.json'.length);
      const why = await failureOf(path);
      results.push(why === undefined ? { id } : { id, why });
    }
    return results;
  },
} as const satisfies Suite;

const tracesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => modelOf(path) !== undefined);

/** `NAME-2.json` is the second trace of `NAME.bpmn`. */
const modelOf = (trace: string): string | undefined =>
  [trace.replace(/\.json$/, '.bpmn'), trace.replace(/-\d+\.json$/, '.bpmn')].find(
    (path) => path !== trace && existsSync(path),
  );

const failureOf = async (path: string): Promise<string | undefined> => {
  try {
    return await compare(readFileSync(modelOf(path) ?? '', 'utf8'), readFileSync(path, 'utf8'));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const compare = async (xml: string, recorded: string): Promise<string | undefined> => {
  const { plans: compiled, diagnostics } = await compileDefinitions(xml, { passMissingCalls: true });
  const plans = Object.values(compiled).map(adaptPlan);
  const nodes = new Map(plans.flatMap((plan) => Object.entries(plan.nodes)));
  const collaboration = readCollaboration(xml);
  const targets = new Map(plans.flatMap((plan) => Object.values(plan.flows).map(({ id, to }) => [id, to])));
  const flows = new Set([...targets.keys(), ...collaboration.messageFlows.map(({ id }) => id)]);
  const nodeOf = (element: string) => nodes.get(element);
  const trace = readTrace(recorded, (element) => nodes.get(element)?.parent);
  const findings = diagnostics.map(({ code, message }) => `${code} ${message}`);
  try {
    const run = play(plans, collaboration, scriptOf(trace, nodeOf));
    const isFlow = (element: string) => flows.has(element);
    const targetOf = (flow: string) => targets.get(flow);
    return difference(livesOf(trace, nodeOf, isFlow), run.lives, racedPlaces(trace, nodeOf, targetOf));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error([cause, ...findings].join('; '), { cause: error });
  }
};
