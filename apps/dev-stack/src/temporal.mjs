import { join } from 'node:path';
import { answersAt } from './ports.mjs';
import { run } from './run.mjs';
import { Sentence } from './say.mjs';

/**
 * A Temporal that somebody else runs.
 * @returns {Promise<string | undefined>} undefined when TEMPORAL_ADDRESS is not set
 */
export async function externalTemporal() {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (!address) return undefined;
  const [host = '', port = '7233'] = address.split(':');
  if (await answersAt(host, Number(port))) return address;
  throw new Sentence(
    `TEMPORAL_ADDRESS is set, but nothing answers at ${address}: start it, correct the address, or unset TEMPORAL_ADDRESS to get one.`,
    `已设置 TEMPORAL_ADDRESS，但 ${address} 无法连接：请启动它、更正地址，或取消该变量以自动获取。`,
  );
}

/**
 * @param {{cli: string, folder: string, port: number, supervisor: import('./supervisor.mjs').Supervisor, metricsPort?: number, namespaces?: string[]}} where
 *   namespaces: made beside `default`, for products that must not meet
 * @returns {Promise<string>} its address
 */
export async function startTemporal({ cli, folder, port, supervisor, metricsPort, namespaces = [] }) {
  const address = `127.0.0.1:${port}`;
  const server = ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)];
  if (metricsPort !== undefined) server.push('--metrics-port', String(metricsPort));
  for (const name of namespaces) server.push('--namespace', name);
  await supervisor.start({
    name: 'temporal',
    command: cli,
    arguments: [...server, '--db-filename', join(folder, 'temporal.db'), '--log-level', 'warn'],
    readyWithin: 60_000,
    isReady: async () => {
      const health = await run(cli, ['operator', 'cluster', 'health', '--address', address]);
      return health.ok && health.output.includes('SERVING');
    },
  });
  return address;
}
