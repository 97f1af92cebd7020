import { existsSync } from 'node:fs';
import { answersAt, freePort } from './ports.mjs';
import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { Sentence, say } from './say.mjs';

const simulator = inRoot('apps', 'dev-stack', 'src', 'department-systems', 'server.mjs');
const seedProgram = inRoot('prisma', 'seed', 'dist', 'seed.js');

/**
 * Fills a migrated database with the policy pack and the demo; harmless when it is filled already.
 * @param {NodeJS.ProcessEnv} env
 */
export async function seed(env) {
  if (!existsSync(seedProgram)) return;
  const onLine = (/** @type {string} */ line) => say(`seed: ${line}`);
  const done = await run(process.execPath, [seedProgram], { cwd: root, env, onLine });
  if (done.ok) return;
  throw new Sentence(`The seed failed:\n${done.output.slice(-3000)}`, '初始数据写入失败，原因见上。');
}

/** All that a worker does but sweep. */
const WORK = 'relay,consumers,conductor,bulk,scorecards,notices,watch,sealer';

/**
 * Starts the product's own processes: the other departments' systems (a simulator), the api, the workers.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} where people open it
 */
export async function startProduct(supervisor, env) {
  const port = Number(env['PORT']);
  const url = `http://127.0.0.1:${port}`;
  const program = (/** @type {string} */ name, /** @type {string} */ file) => ({
    name,
    command: process.execPath,
    arguments: ['--enable-source-maps', file],
    cwd: root,
    env,
    readyWithin: 60_000,
  });
  const worker = (/** @type {string} */ name, /** @type {number} */ at, /** @type {string} */ roles) => {
    const main = program(name, inRoot('apps', 'worker', 'dist', 'main.js'));
    return {
      ...main,
      arguments: [...main.arguments, `--roles=${roles}`],
      env: { ...env, WORKER_PORT: String(at) },
      isReady: () => answersOk(`http://127.0.0.1:${at}/`),
    };
  };
  if (existsSync(simulator)) {
    const at = Number(env['DEPARTMENT_SYSTEMS_PORT']);
    await supervisor.start({
      ...program('departments', simulator),
      isReady: () => answersAt('127.0.0.1', at),
    });
  }
  await supervisor.start({
    ...program('api', inRoot('apps', 'api', 'dist', 'main.js')),
    isReady: () => answersOk(`${url}/health/ready`),
  });
  await supervisor.start(worker('worker', Number(env['WORKER_PORT']), WORK));
  // A process of its own: in a storm of deadlines nobody's next task waits behind them.
  await supervisor.start(worker('sweeper', await freePort(), 'sweeper'));
  return url;
}

/** @param {string} url */
async function answersOk(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
