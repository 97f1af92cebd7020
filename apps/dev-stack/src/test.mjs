/**
 * `npm test [-- --no-browser] [--long] [patterns…]`: the whole test run on a bare machine. Servers of its own, in a folder of its
 * own, on ports of its own, so it runs beside a running `npm start`. Other flags go to Jest as they are, in the form
 * `--flag=value`. The last line is always `N passed, N failed`.
 */
import { rmSync } from 'node:fs';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { generateClient } from './database-client.mjs';
import { installDependencies } from './dependencies.mjs';
import { productEnvironment } from './environment.mjs';
import { onInterrupt } from './interrupt.mjs';
import { listTests, mostWorkers, runJest } from './jest.mjs';
import { freePort } from './ports.mjs';
import { runFolder } from './run-folder.mjs';
import { complain, say } from './say.mjs';
import { getTools, startServers } from './servers.mjs';
import { Supervisor } from './supervisor.mjs';

/** Numbers of Jest's workers: each has a namespace of Temporal and a database of Redis to itself. */
const workers = Array.from({ length: mostWorkers }, (_, index) => index + 1);
const words = process.argv.slice(2);
const withBrowser = !words.includes('--no-browser');
/** Outages in full length and thousands of generated models, for hours instead of minutes: `npm run verify:long`. */
const length = words.includes('--long') ? { LIANBAN_LONG: '1' } : {};
const ourFlags = ['--no-browser', '--long'];
const patterns = words.filter((word) => !word.startsWith('-'));
const flags = words.filter((word) => word.startsWith('-') && !ourFlags.includes(word));
/** A test on real servers waits for what they do, on a busy machine for long; one that hangs still ends. */
const patience = '--testTimeout=60000';
const withoutStack = ['unit', 'architecture', 'conformance'];
const withStack = ['integration', 'replay', ...(withBrowser ? ['e2e'] : [])];

const total = { passed: 0, failed: 0, skipped: 0 };
/** @param {import('./jest.mjs').Count} count */
const add = (count) => {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
};

/** @type {Supervisor | undefined} */
let supervisor;
/** @type {string | undefined} */
let folder;
/** @type {import('node:child_process').ChildProcess | undefined} */
let jest;
let ending = false;

/** @param {boolean} [interrupted] */
async function end(interrupted = false) {
  if (ending) return;
  ending = true;
  if (interrupted) jest?.kill('SIGTERM');
  await supervisor?.stop();
  if (folder && total.failed === 0) rmSync(folder, { recursive: true, force: true });
  else if (folder) say(`logs of the servers: ${folder}/logs`);
  if (interrupted) say('interrupted: the count is not complete');
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed > 0 || total.passed === 0 || interrupted ? 1 : 0);
}
onInterrupt({ stop: () => end(true), kill: () => supervisor?.kill() });

try {
  const own = await runFolder('test');
  folder = own.folder;
  supervisor = new Supervisor(folder, own.record);
  await installDependencies();
  await generateClient();
  const stackTests = await listTests(withStack, patterns);
  // Begun now, ready when the unit tests are through.
  const tools = stackTests.length > 0 ? getTools({ evenIfExternal: true }) : undefined;
  if (!withBrowser) say('--no-browser: the end-to-end tests are left out');
  add(await jestRun(withoutStack, { ...process.env, ...length }, patterns.length === 0));
  if (tools) add(await jestRun(withStack, await stack(tools, stackTests)));
} catch (error) {
  if (!ending) failed(error);
}
await end();

/** @param {unknown} error */
function failed(error) {
  complain(error);
  total.failed += 1;
}

/**
 * @param {string[]} projects
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} [coverage]
 */
function jestRun(projects, env, coverage = false) {
  if (folder === undefined) throw new Error('no folder');
  const allFlags = projects === withStack ? [patience, ...flags] : flags;
  return runJest({
    projects,
    patterns,
    flags: allFlags,
    folder,
    env,
    coverage,
    onChild: (child) => (jest = child),
  });
}

/**
 * Everything the tests with servers need.
 * @param {ReturnType<typeof getTools>} tools
 * @param {string[]} tests
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function stack(tools, tests) {
  if (folder === undefined || supervisor === undefined) throw new Error('no folder');
  const endToEnd = tests.some((file) => file.endsWith('.e2e.ts'));
  const chrome = endToEnd ? await browser() : undefined;
  const ports = { postgres: freePort, redis: freePort, temporal: freePort };
  try {
    await build({ web: endToEnd });
  } catch (error) {
    // Tests of sources can still tell something; the count says that not all is well.
    failed(error);
  }
  const servers = await startServers({
    folder,
    supervisor,
    tools,
    ports,
    durable: false,
    own: true,
    namespaces: workers.map((worker) => `test-${worker}`),
  });
  const [port, workerPort, departmentsPort] = [await freePort(), await freePort(), await freePort()];
  const settings = { folder, port, workerPort, departmentsPort, demo: false };
  const env = {
    ...productEnvironment(servers, settings),
    NODE_ENV: 'test',
    ...length,
  };
  const { makeTemplates } = await import('./test-databases.mjs');
  const databases = await makeTemplates(servers.postgres, env, failed);
  const programs = {
    LIANBAN_TEST_REDIS_SERVER: await tools.redis,
    LIANBAN_TEST_TEMPORAL_CLI: await tools.temporal,
  };
  return { ...env, ...databases, ...programs, ...(chrome ? { CHROME_BIN: chrome } : {}) };
}
