/**
 * `npm run bench -- compile [--elements=500] [--times=40]`: ms to publish a process of so many flow nodes, from its text to
 * its plan, with all that publishing checks. Fails where it takes 200 ms of CPU or more, the first time of a process apart:
 * CPU, collection of garbage included, because the clock on the wall also counts what else the machine does.
 */
import { parseArgs } from 'node:util';
import { compileProcess, exportDefinitions } from '@lianban/bpmn-compiler';
import { parseExpression } from '@lianban/expressions';
import { percentile, Report } from '../measuring/report.mjs';
import { largeProcess } from './large-process.mjs';

const { values: options } = parseArgs({
  options: { elements: { type: 'string', default: '500' }, times: { type: 'string', default: '40' } },
});
const { xml, nodes, flows } = largeProcess(Number(options.elements));

const report = new Report();
report.line(`a process of ${nodes} flow nodes and ${flows} flows with its diagram, ${xml.length} characters`);

const around = {
  expressionProblem: (/** @type {string} */ text) => {
    const parsed = parseExpression(text);
    return parsed.ok ? undefined : parsed.error.message;
  },
  departments: new Set(['health']),
  localServices: new Set(['match']),
};
/** @param {() => unknown} work */
const time = async (work) => {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: performance.now() - began, cpu: (user + system) / 1_000 };
};
const compile = async () => {
  const { plan, diagnostics } = await compileProcess(xml, around);
  if (!plan || Object.keys(plan.nodes).length !== nodes)
    throw new Error(`the process does not compile: ${JSON.stringify(diagnostics.slice(0, 3))}`);
};

const first = await time(compile);
report.figure('the first time', first.cpu, { unit: 'ms', digits: 0 });
for (let at = 0; at < 10; at += 1) await compile();
const times = [];
for (let at = 0; at < Number(options.times); at += 1) times.push(await time(compile));
const cpu = times.map((each) => each.cpu);
const wall = times.map((each) => each.wall);
report.figure('compile, in the middle', percentile(cpu, 0.5), { unit: 'ms', digits: 0, must: 200 });
report.figure('compile, 9 of 10 under', percentile(cpu, 0.9), { unit: 'ms', digits: 0, must: 200 });
report.figure('compile, in the middle, on the wall', percentile(wall, 0.5), { unit: 'ms', digits: 0 });
const out = await time(() => exportDefinitions(xml));
report.figure('export', out.cpu, { unit: 'ms', digits: 0 });
report.end();
