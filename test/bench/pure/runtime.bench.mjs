/**
 * `npm run bench -- runtime [--seconds=2]`: steps a second (flow nodes that a token passed) of the pure runtime, against
 * `bpmn-elements` on the same models in the same run. Fails under 50,000 steps/s or under 20 times as fast. CPU time,
 * collection of garbage included: one core, whatever else the machine does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileDefinitions } from '@lianban/bpmn-compiler';
import { createEvaluator } from '@lianban/expressions';
import { initialState, step } from '@lianban/process-runtime';
import { Report } from '../measuring/report.mjs';
import { bpmnElementsRun } from './bpmn-elements-run.mjs';
import { caseworkProcess } from './casework-process.mjs';

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '2' } } });
const models = [
  { name: 'case6', xml: readFileSync(join(import.meta.dirname, '..', 'case6.bpmn'), 'utf8') },
  { name: 'casework of a pack', xml: caseworkProcess(30) },
];
const data = { amount: 1, large: false };
const evaluator = createEvaluator();
const context = {
  caseId: 'case',
  now: '2026-03-02T08:30:00+08:00',
  evaluate: (/** @type {string} */ text, /** @type {Readonly<Record<string, unknown>>} */ names) =>
    evaluator.evaluate(text, names),
};

/** @param {import('@lianban/process-runtime').ProcessPlan} plan */
const runCase = (plan) => {
  let state = initialState();
  /** @type {Readonly<Record<string, import('@lianban/kernel').Json>>} */
  let values = {};
  let passed = 0;
  const start = Object.values(plan.nodes).find(({ type }) => type === 'startEvent')?.id ?? '';
  /** @type {import('@lianban/process-runtime').Stimulus[]} */
  const todo = [{ kind: 'start', startEvent: start, data }];
  for (let stimulus = todo.shift(); stimulus; stimulus = todo.shift()) {
    const result = step(plan, state, values, stimulus, context);
    if (!result.ok) throw new Error(result.error.message);
    state = result.value.state;
    values = result.value.data;
    for (const effect of result.value.effects) {
      if (effect.kind === 'node-passed') passed += 1;
      if (effect.kind === 'task-created') todo.push({ kind: 'complete-task', task: effect.task, data: {} });
      if (effect.kind === 'service-requested') {
        todo.push({ kind: 'service-result', token: effect.token, result: { kind: 'done', data: {} } });
      }
    }
  }
  if (state.ended?.kind !== 'completed') throw new Error('The case has not come to its end.');
  return passed;
};

/**
 * Steps a second of CPU.
 * @param {() => number} run
 */
const rateOf = (run) => {
  for (let warm = performance.now(); performance.now() - warm < 500;) run();
  const until = performance.now() + Number(options.seconds) * 1_000;
  const cpu = process.cpuUsage();
  let passed = 0;
  while (performance.now() < until) passed += run();
  const { user, system } = process.cpuUsage(cpu);
  return (passed / (user + system)) * 1_000_000;
};

const report = new Report();
for (const { name, xml } of models) {
  const { plans, diagnostics } = await compileDefinitions(xml);
  const [plan] = Object.values(plans);
  if (!plan) throw new Error(`${name} does not compile: ${JSON.stringify(diagnostics)}`);
  const theirs = await bpmnElementsRun(xml, () => false);
  const [ours, other] = [runCase(plan), theirs()];
  if (ours !== other) throw new Error(`${name}: ${ours} steps here, ${other} there`);
  report.line(`${name}: ${ours} steps a case`);
  const rate = rateOf(() => runCase(plan));
  const peer = rateOf(theirs);
  report.figure('µs a step', 1_000_000 / rate, {
    must: 20,
    more: `${Math.round(rate)} steps/s, must ≥ 50000`,
  });
  report.figure('µs a step, bpmn-elements', 1_000_000 / peer, { more: `${Math.round(peer)} steps/s` });
  report.figure('share of its time', peer / rate, {
    must: 1 / 20,
    digits: 4,
    more: `${(rate / peer).toFixed(1)} times as fast, must ≥ 20`,
  });
}
report.end();
