import { compileDefinitions } from './compile-definitions.js';
import { compileProcess } from './compile-process.js';
import { hostileFiles } from './specimens/hostile-files.js';

/** Four times what the slowest takes alone: a check whose cost grows with the square of the file is far beyond. */
const SECONDS = 8;
const MEGABYTES = 100;

const around = { expressionProblem: () => undefined };

/** Well-formed, valid and executable: bounded instead of refused. */
const bounded = new Set([
  'a gateway of thousands of flows',
  'thousands of boundary events',
  'calls of itself',
]);

describe.each(Object.entries(hostileFiles))('%s', (name, make) => {
  const xml = make();

  it('is refused with a reason, or bounded', async () => {
    const { plan, diagnostics } = await compileProcess(xml, around);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (!bounded.has(name)) expect(plan).toBeUndefined();
    expect(plan !== undefined || errors.length > 0).toBe(true);
    for (const { message, code } of errors) expect(`${code} ${message}`.length).toBeLessThan(2_000);
    expect(JSON.stringify(diagnostics).length).toBeLessThan(500_000);
  });

  it('costs little time and memory, whoever reads it', async () => {
    const before = process.memoryUsage().heapUsed;
    const began = performance.now();
    await compileProcess(xml, around);
    await compileDefinitions(xml);
    expect(performance.now() - began).toBeLessThan(SECONDS * 1_000);
    expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(2 * MEGABYTES);
  });
});

it('an id that every object has is refused by name, and pollutes nothing', async () => {
  const { diagnostics } = await compileProcess(hostileFiles['ids of every object']?.() ?? '', around);
  const refused = diagnostics.filter(({ code }) => code === 'BPMN.NOT_EXECUTABLE_ID');
  expect(refused.map(({ elementId }) => elementId)).toEqual([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
