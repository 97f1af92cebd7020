/**
 * `npm run demo`: plays process W01 as the offices would, through the public API of a product of its own, with its own
 * database whose business time begins on Monday 2 March 2026 at 08:30. Runs beside a running `npm start`. Exits non-zero
 * with one sentence where anything differs from the domain brief.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { productEnvironment } from './environment.mjs';
import { onInterrupt } from './interrupt.mjs';
import { inRoot, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { seed, startProduct } from './product.mjs';
import { query } from './query.mjs';
import { runFolder } from './run-folder.mjs';
import { complain, say } from './say.mjs';
import { getTools, startServers } from './servers.mjs';
import { Supervisor } from './supervisor.mjs';

/** Letters of stories: `npm run demo -- b d`; all of them without any. */
const chosen = process.argv.slice(2);
const beginning = '2026-03-02 08:30 +08:00';

/** @type {Supervisor | undefined} */
let supervisor;
/** @type {string | undefined} */
let folder;
/** @type {import('node:child_process').ChildProcess | undefined} */
let playing;
let ending = false;

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  playing?.kill('SIGTERM');
  await supervisor?.stop();
  if (folder && code === 0) rmSync(folder, { recursive: true, force: true });
  else if (folder) say(`logs: ${folder}/logs`);
  process.exit(code);
}
onInterrupt({ stop: () => end(130), kill: () => supervisor?.kill() });

try {
  await end(await play(await stack()));
} catch (error) {
  if (!ending) {
    complain(error);
    await end(1);
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function play(env) {
  say('the stories begin · 演示开始\n');
  return new Promise((resolve) => {
    playing = spawn(
      process.execPath,
      ['--enable-source-maps', inRoot('apps', 'demo', 'dist', 'main.js'), ...chosen],
      {
        cwd: root,
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    playing.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @returns {Promise<NodeJS.ProcessEnv>} */
async function stack() {
  const own = await runFolder('demo');
  folder = own.folder;
  supervisor = new Supervisor(folder, own.record);
  const tools = getTools({ evenIfExternal: true });
  await installDependencies();
  await build({ web: false });
  const ports = { postgres: freePort, redis: freePort, temporal: freePort };
  const servers = await startServers({ folder, supervisor, tools, ports, durable: false, own: true });
  const { migrate } = await import('../../../prisma/migrate.mjs');
  await migrate(servers.postgres.ownerUrl);
  await query(servers.postgres.ownerUrl, beginsAt(beginning));
  const [port, workerPort, departmentsPort] = [await freePort(), await freePort(), await freePort()];
  const settings = { folder, port, workerPort, departmentsPort, demo: true };
  const env = productEnvironment(servers, settings);
  await seed(env);
  return { ...env, LIANBAN_URL: await startProduct(supervisor, env) };
}

/**
 * Only the owner of a database may say that its business time moves, and where it begins. The offset is in seconds: a
 * day in an interval is as long as the session's time zone says.
 * @param {string} instant
 */
function beginsAt(instant) {
  return `UPDATE business_time SET movable = true,
    offset_by = make_interval(secs => extract(epoch FROM '${instant}'::timestamptz - clock_timestamp())::double precision)`;
}
