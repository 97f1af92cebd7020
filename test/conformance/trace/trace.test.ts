import { join, resolve } from 'node:path';
import { gate } from '../report/gate.js';
import { runSuite } from '../report/run-suite.js';
import { trace } from './suite.js';

gate(trace);

describe('our own trace models', () => {
  const here = resolve('test', 'conformance');

  it('all do what BPMN 2.0.2 says', async () => {
    const report = await runSuite(trace, join(here, trace.ownFolder), join(here, 'exceptions.md'));
    expect(report.total).toBeGreaterThan(0);
    expect(report.failures).toEqual([]);
  }, 60_000);
});
