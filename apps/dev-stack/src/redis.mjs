import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { onPath } from './on-path.mjs';
import { answersAt } from './ports.mjs';
import { Sentence } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

/**
 * `redis-server` or `valkey-server`: from PATH, else from the system's package manager.
 * @returns {Promise<string>}
 */
export async function redisServer() {
  const found = onPath('redis-server', 'valkey-server');
  if (found) return found;
  const packages = { apt: ['redis-server'], dnf: ['valkey'], apk: ['redis'] };
  await installSystemPackages(packages, 'Redis');
  const installed = onPath('redis-server', 'valkey-server');
  if (installed) return installed;
  throw new Sentence(
    'Redis is missing and could not be installed: install redis-server or valkey-server with your package manager, or set REDIS_URL.',
    '缺少 Redis 且无法自动安装：请用系统包管理器安装 redis-server 或 valkey-server，或设置 REDIS_URL。',
  );
}

/**
 * A Redis that somebody else runs.
 * @returns {Promise<string | undefined>} undefined when REDIS_URL is not set
 */
export async function externalRedis() {
  const url = process.env['REDIS_URL'];
  if (!url) return undefined;
  const { hostname, port } = new URL(url);
  if (await answersAt(hostname, Number(port || 6379))) return url;
  throw new Sentence(
    `REDIS_URL is set, but nothing answers at ${hostname}:${port || 6379}: start it, correct the address, or unset REDIS_URL to get one.`,
    `已设置 REDIS_URL，但 ${hostname}:${port || 6379} 无法连接：请启动它、更正地址，或取消该变量以自动获取。`,
  );
}

/**
 * @param {{server: string, folder: string, port: number, supervisor: import('./supervisor.mjs').Supervisor}} where
 * @returns {Promise<string>} its URL
 */
export async function startRedis({ server, folder, port, supervisor }) {
  const data = join(folder, 'redis');
  mkdirSync(data, { recursive: true });
  // BullMQ loses jobs silently when Redis evicts keys; the append-only file keeps them over a restart.
  const policy = [
    '--maxmemory-policy',
    'noeviction',
    '--appendonly',
    'yes',
    '--save',
    '',
    '--databases',
    '256',
  ];
  await supervisor.start({
    name: 'redis',
    command: server,
    arguments: ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--daemonize', 'no', ...policy],
    isReady: () => ping(port),
  });
  return `redis://127.0.0.1:${port}`;
}

/**
 * Loading a long append-only file takes a while, in which Redis listens but answers LOADING.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
const ping = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 }, () => socket.write('PING\r\n'));
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (answer) => settle(answer.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
