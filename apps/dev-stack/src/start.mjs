/** `npm start`: from a bare clone to a running product; the only command a newcomer needs. */
import { build } from './build.mjs';
import { dataFolder } from './data-folder.mjs';
import { installDependencies } from './dependencies.mjs';
import { productEnvironment } from './environment.mjs';
import { onInterrupt } from './interrupt.mjs';
import { claimPort, portOf } from './ports.mjs';
import { seed, startProduct } from './product.mjs';
import { externalRedis } from './redis.mjs';
import { RunRecord } from './run-record.mjs';
import { complain, say, Sentence } from './say.mjs';
import { getTools, startServers } from './servers.mjs';
import { Supervisor } from './supervisor.mjs';
import { externalTemporal } from './temporal.mjs';
import { welcome } from './welcome.mjs';

const folder = (() => {
  try {
    return dataFolder();
  } catch (error) {
    complain(error);
    process.exit(1);
  }
})();
const record = new RunRecord(folder);
const other = record.take();
if (other) {
  if (other.ready && other.url) welcome(other.url, folder);
  say(
    other.ready
      ? `Lianban already runs (pid ${other.starter.pid}); Ctrl-C there stops it. 联办已在运行。`
      : `Lianban is starting already (pid ${other.starter.pid}). 联办正在启动。`,
  );
  process.exit(0);
}

const supervisor = new Supervisor(folder, record);
let ending = false;

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  await supervisor.stop();
  record.release();
  if (code === 0) say('stopped; the data stays · 已停止，数据保留');
  process.exit(code);
}
onInterrupt({ stop: () => end(0), kill: () => supervisor.kill() });

try {
  await record.stopOrphans();
  requireNode();
  const ports = await claimPorts();
  const tools = getTools();
  await installDependencies();
  const [servers] = await Promise.all([
    startServers({
      folder,
      supervisor,
      tools,
      durable: true,
      ports: {
        postgres: () => Promise.resolve(ports.postgres),
        redis: () => Promise.resolve(ports.redis),
        temporal: () => Promise.resolve(ports.temporal),
      },
    }),
    build({ web: true }),
  ]);
  const { migrate } = await import('../../../prisma/migrate.mjs');
  const applied = await migrate(servers.postgres.ownerUrl);
  if (applied.length > 0) say(`migrations: ${applied.join(', ')}`);
  const env = productEnvironment(servers, {
    folder,
    port: ports.api,
    workerPort: ports.worker,
    departmentsPort: ports.departments,
    demo: true,
  });
  await seed({ LIANBAN_DEMO_INSTITUTIONS: '130', ...env });
  const url = await startProduct(supervisor, env);
  if (!ending) {
    record.markReady(url);
    welcome(url, folder, {
      PostgreSQL: new URL(servers.postgres.appUrl).host,
      Redis: new URL(servers.redisUrl).host,
      Temporal: servers.temporalAddress,
    });
    say('ready; Ctrl-C stops everything · 已就绪，按 Ctrl-C 停止');
  }
} catch (error) {
  if (!ending) {
    complain(error);
    await end(1);
  }
}

/** What cannot work is said now, not after minutes of installing. */
async function claimPorts() {
  const { DATABASE_URL, REDIS_URL, TEMPORAL_ADDRESS } = process.env;
  await externalRedis();
  await externalTemporal();
  return {
    api: await claimPort('api'),
    worker: await claimPort('worker'),
    departments: await claimPort('departments'),
    postgres: DATABASE_URL ? portOf('postgres') : await claimPort('postgres'),
    redis: REDIS_URL ? portOf('redis') : await claimPort('redis'),
    temporal: TEMPORAL_ADDRESS ? portOf('temporal') : await claimPort('temporal'),
  };
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Sentence(
    `Lianban needs Node 20.19 or newer; this is ${process.version}: install a newer Node (https://nodejs.org).`,
    `联办需要 Node 20.19 或更高版本，当前为 ${process.version}：请升级 Node（https://nodejs.org）。`,
  );
}
