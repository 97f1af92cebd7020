import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';

const program = inRoot('node_modules', 'jest', 'bin', 'jest.js');

/** Test files at the same time. */
export const mostWorkers = 2;

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

/**
 * Jest needs the flag for ESM up to Node 24; set here, never by hand.
 * @param {NodeJS.ProcessEnv} env
 */
const withModules = (env) => ({
  ...env,
  NODE_OPTIONS:
    `${env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --no-warnings=ExperimentalWarning`.trim(),
});

/**
 * @param {string[]} projects
 * @param {string[]} patterns
 * @returns {Promise<string[]>} the files Jest would run
 */
export async function listTests(projects, patterns) {
  const words = [program, '--listTests', '--passWithNoTests', '--selectProjects', ...projects];
  const listed = await run(process.execPath, [...words, ...pathPatterns(patterns)], {
    cwd: root,
    env: withModules(process.env),
  });
  if (!listed.ok) throw new Error(`Jest cannot list the tests: ${listed.output}`);
  return listed.output.split('\n').filter((line) => existsSync(line));
}

/**
 * Runs projects to their end, with the output as it comes.
 * @param {object} what
 * @param {string[]} what.projects
 * @param {string[]} what.patterns
 * @param {string[]} what.flags
 * @param {string} what.folder for the report
 * @param {NodeJS.ProcessEnv} what.env
 * @param {boolean} [what.coverage] of the libs
 * @param {(child: import('node:child_process').ChildProcess) => void} [what.onChild]
 * @returns {Promise<Count>}
 */
export async function runJest({ projects, patterns, flags, folder, env, coverage = false, onChild }) {
  const report = join(folder, `jest-${projects[0]}.json`);
  const measured = ['--coverage', '--coverageProvider=v8', '--coverageReporters=text-summary'];
  const scope = ['--collectCoverageFrom=libs/*/src/**/*.ts', '--collectCoverageFrom=!**/*.spec.ts'];
  const words = [
    program,
    `--maxWorkers=${mostWorkers}`,
    '--passWithNoTests',
    '--json',
    `--outputFile=${report}`,
  ];
  if (coverage) words.push(...measured, ...scope, `--coverageDirectory=${join(folder, 'coverage')}`);
  words.push(...flags, '--selectProjects', ...projects, ...pathPatterns(patterns));
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: withModules(env),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    onChild?.(child);
    child.once('exit', (status) => resolve(status ?? 1));
  });
  return countOf(report, code);
}

/**
 * @param {string} report
 * @param {number} code
 * @returns {Count}
 */
function countOf(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const told = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot even be loaded holds tests that nobody counted: each such file is one failure.
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
  return {
    passed: told.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: told.numPendingTests + told.numTodoTests,
  };
}

/** @param {string[]} patterns */
const pathPatterns = (patterns) => (patterns.length === 0 ? [] : ['--testPathPatterns', ...patterns]);
