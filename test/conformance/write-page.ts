import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type PageEntry, pageOf } from './report/page.js';
import { isFolder, runSuite } from './report/run-suite.js';
import { suites } from './suites.js';

/** Compiled into `test/conformance/dist`. */
const root = resolve(import.meta.dirname, '..', '..', '..');
const exceptions = join(root, 'test', 'conformance', 'exceptions.md');

const entries: PageEntry[] = [];
for (const load of Object.values(suites)) {
  const suite = await load();
  const { name, holds, publicFolder, ownFolder } = suite;
  if (ownFolder !== undefined) {
    const folder = join('test', 'conformance', ownFolder);
    entries.push({ report: await runSuite(suite, join(root, folder), exceptions), holds, folder });
  }
  const folder = publicFolder && join(root, '..', 'shared', 'conformance', publicFolder);
  if (publicFolder === undefined || folder === undefined || !isFolder(folder)) {
    process.stderr.write(
      `conformance:${name} LEFT OUT: ${publicFolder === undefined ? 'it has no public cases' : 'its public cases are not'} beside the checkout\n`,
    );
    continue;
  }
  entries.push({ report: await runSuite(suite, folder, exceptions), holds, folder: publicFolder });
}
const page = join(root, 'docs', 'guides', 'conformance.md');
writeFileSync(page, pageOf(entries));
process.stdout.write(`${page}\n`);
