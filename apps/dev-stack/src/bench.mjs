/**
 * `npm run bench -- NAME`: runs `test/bench/NAME.bench.mjs` against a stack of its own, with its own data and ports, so
 * that the figures are not those of somebody's demo. Benchmarks of pure libraries lie in `test/bench/pure` and get no
 * stack. The exit code is the benchmark's. With `LIANBAN_URL` set, the benchmark gets the environment as it is and no
 * stack is started.
 */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { productEnvironment } from './environment.mjs';
import { onInterrupt } from './interrupt.mjs';
import { inRoot, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { seed, startProduct } from './product.mjs';
import { runFolder } from './run-folder.mjs';
import { complain, say, Sentence } from './say.mjs';
import { getTools, startServers } from './servers.mjs';
import { Supervisor } from './supervisor.mjs';

const suffix = '.bench.mjs';
const [name, ...more] = process.argv.slice(2);
const namesIn = (/** @type {string[]} */ ...place) =>
  readdirSync(inRoot('test', 'bench', ...place))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
const pure = namesIn('pure');
const names = [...namesIn(), ...pure].toSorted();

if (name === undefined) {
  console.log('npm run bench -- NAME');
  console.log(names.length === 0 ? '  (no benchmarks yet)' : names.map((it) => `  ${it}`).join('\n'));
  process.exit(0);
}

/** @type {Supervisor | undefined} */
let supervisor;
/** @type {string | undefined} */
let folder;
/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
let ending = false;

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  running?.kill('SIGTERM');
  await supervisor?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
onInterrupt({ stop: () => end(130), kill: () => supervisor?.kill() });

try {
  if (!names.includes(name))
    throw new Sentence(
      `There is no benchmark "${name}"; there are: ${names.join(', ') || 'none'}.`,
      `没有名为“${name}”的基准测试；现有：${names.join('、') || '无'}。`,
    );
  if (pure.includes(name)) {
    await installDependencies();
    await build({ server: false, pure: true });
    await end(await bench(inRoot('test', 'bench', 'pure', `${name}${suffix}`), process.env));
  } else {
    const env = process.env['LIANBAN_URL'] ? process.env : await stack();
    await end(await bench(inRoot('test', 'bench', `${name}${suffix}`), env));
  }
} catch (error) {
  if (!ending) {
    complain(error);
    await end(1);
  }
}

/**
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function bench(file, env) {
  say(`bench ${name}`);
  return new Promise((resolve) => {
    running = spawn(process.execPath, [file, ...more], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @returns {Promise<NodeJS.ProcessEnv>} */
async function stack() {
  const own = await runFolder('bench');
  folder = own.folder;
  supervisor = new Supervisor(folder, own.record);
  const tools = getTools({ evenIfExternal: true });
  await installDependencies();
  await build({ web: false, testing: true });
  const temporalMetrics = await freePort();
  const ports = { postgres: freePort, redis: freePort, temporal: freePort, temporalMetrics };
  // Durable: a write transaction that does not wait for the disk would be measured too cheap.
  const servers = await startServers({ folder, supervisor, tools, ports, durable: true, own: true });
  const { migrate } = await import('../../../prisma/migrate.mjs');
  await migrate(servers.postgres.ownerUrl);
  const [port, workerPort, departmentsPort] = [await freePort(), await freePort(), await freePort()];
  const settings = { folder, port, workerPort, departmentsPort, demo: true };
  // Off, as they are unless somebody configures them: telling an outside list of a million seeded tasks is another measure.
  const outside = { SMS_GATEWAY_URL: undefined, UNIFIED_TODO_URL: undefined };
  const env = { ...productEnvironment(servers, settings), ...outside, NODE_ENV: 'production' };
  await seed(env);
  const url = await startProduct(supervisor, env);
  return {
    ...env,
    LIANBAN_URL: url,
    DATABASE_ADMIN_URL: servers.postgres.adminUrl,
    TEMPORAL_METRICS: `http://127.0.0.1:${temporalMetrics}/metrics`,
    // Names and pids, for CPU time by process.
    LIANBAN_PROCESSES: own.record.path,
  };
}
