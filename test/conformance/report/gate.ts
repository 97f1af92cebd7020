import { join, resolve } from 'node:path';
import { isFolder, runSuite } from './run-suite.js';
import type { Suite } from './suite.js';

/** Jest runs at the root of the checkout; the public cases lie beside it. */
const publicCases = resolve('..', 'shared', 'conformance');
const exceptionsFile = resolve('test', 'conformance', 'exceptions.md');

/**
 * The test of a suite: no public case fails that `exceptions.md` does not argue. Where the public cases are not beside
 * the checkout, the run says so on a line of its own.
 */
export const gate = (suite: Suite & { readonly publicFolder: string }): void => {
  const { publicFolder } = suite;
  const folder = join(publicCases, publicFolder);
  describe(`conformance:${suite.name}`, () => {
    if (!isFolder(folder)) {
      process.stderr.write(`conformance:${suite.name} LEFT OUT: there is no folder ${folder}\n`);
      it(`is left out: ${publicFolder} is not beside the checkout`, () =>
        expect(isFolder(folder)).toBe(false));
      return;
    }
    it(`${publicFolder}: nothing fails that is not argued`, async () => {
      const report = await runSuite(suite, folder, exceptionsFile);
      expect(report.total).toBeGreaterThan(0);
      expect(report.failures).toEqual([]);
      expect(report.noLongerExceptions).toEqual([]);
    }, 120_000);
  });
};
