import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { linesOf } from './report/report.js';
import { isFolder, runSuite } from './report/run-suite.js';
import type { Suite } from './report/suite.js';
import { suites } from './suites.js';

/** Compiled into `test/conformance/dist`. */
const root = resolve(import.meta.dirname, '..', '..', '..');

/** There is nothing to run; a failing case is exit code 1. */
const refuse = (sentence: string): never => {
  process.stderr.write(`✗ ${sentence}\n`);
  process.exit(2);
};

/** npm runs in the root; a path is meant from where the command was given. */
const folderOf = ({ name, holds, publicFolder }: Suite, given: string | undefined): string => {
  if (given !== undefined) return resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
  if (publicFolder !== undefined) return join(root, '..', 'shared', 'conformance', publicFolder);
  return refuse(`npm run conformance:${name} -- DIR: name a folder that holds ${holds}.`);
};

const [name = '', given] = process.argv.slice(2);
const load =
  suites[name] ?? refuse(`There is no suite "${name}"; there are: ${Object.keys(suites).join(', ')}.`);
const suite = await load();
const folder = folderOf(suite, given);
if (!isFolder(folder)) refuse(`There is no folder ${folder}; it should hold ${suite.holds}.`);

const began = performance.now();
const report = await runSuite(suite, folder, join(root, 'test', 'conformance', 'exceptions.md'));
if (report.total === 0) refuse(`The folder ${folder} holds no case; it should hold ${suite.holds}.`);

/** The page of the guides is written from it. */
const record = join(root, '.cache', 'conformance', `${name}.json`);
mkdirSync(dirname(record), { recursive: true });
const milliseconds = Math.round(performance.now() - began);
writeFileSync(record, `${JSON.stringify({ ...report, milliseconds }, null, 2)}\n`);
process.stdout.write(`${linesOf(report).join('\n')}\n`);
process.exitCode = report.failures.length === 0 ? 0 : 1;
