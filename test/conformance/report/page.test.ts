import { pageOf } from './page.js';

describe('the page of conformance', () => {
  it('has a row a suite, and its exceptions by reason', () => {
    const report = {
      suite: 'dmn',
      total: 4,
      passed: 1,
      exceptions: ['a#1', 'a#2'].map((id) => ({ id, why: 'null', reason: 'No Java.' })),
      failures: [{ id: 'b#1', why: 'expected 1' }],
      noLongerExceptions: [],
    };
    const clean = { ...report, suite: 'miwg', passed: 4, exceptions: [], failures: [] };
    const page = pageOf([
      { report, holds: 'cases', folder: 'tck' },
      { report: clean, holds: 'files', folder: 'reference' },
    ]);
    expect(page).toContain('| `dmn` | cases | `tck` | 1 of 4 | 2 | 1 |');
    expect(page).toContain('| `miwg` | files | `reference` | 4 of 4 | 0 | 0 |');
    expect(page).toContain('## dmn\n\n- No Java. (2: `a#1`, `a#2`)\n- failed: `b#1`: expected 1\n');
    expect(page).not.toContain('## miwg');
  });
});
