import { externalPostgres } from './external-postgres.mjs';
import { startPostgres } from './postgres.mjs';
import { externalRedis, redisServer, startRedis } from './redis.mjs';
import { temporalCli } from './temporal-cli.mjs';
import { externalTemporal, startTemporal } from './temporal.mjs';

/** @typedef {{redisServer: string | undefined, temporalCli: string | undefined}} Tools */
/** @typedef {{postgres: import('./postgres.mjs').Postgres, redisUrl: string, temporalAddress: string}} Servers */

/**
 * Finds or gets the programs that npm cannot bring. Temporal may take minutes, so it is begun first and waited for last.
 * @param {{evenIfExternal?: boolean}} [options] evenIfExternal: tests kill servers, so they need their own
 * @returns {{redis: Promise<string | undefined>, temporal: Promise<string | undefined>}}
 */
export function getTools({ evenIfExternal = false } = {}) {
  const temporal =
    !evenIfExternal && process.env['TEMPORAL_ADDRESS'] ? Promise.resolve(undefined) : temporalCli();
  const redis = !evenIfExternal && process.env['REDIS_URL'] ? Promise.resolve(undefined) : redisServer();
  // Whoever needs the tool meets its failure; until then it is not an unhandled one.
  temporal.catch(() => undefined);
  redis.catch(() => undefined);
  return { redis, temporal };
}

/**
 * Starts the servers that were not given by the environment.
 * @param {object} where
 * @param {string} where.folder
 * @param {import('./supervisor.mjs').Supervisor} where.supervisor
 * @param {ReturnType<typeof getTools>} where.tools
 * @param {{postgres: () => Promise<number>, redis: () => Promise<number>, temporal: () => Promise<number>, temporalMetrics?: number}} where.ports
 * @param {boolean} where.durable
 * @param {boolean} [where.own] never the environment's servers
 * @param {string[]} [where.namespaces] of Temporal, beside `default`
 * @returns {Promise<Servers>}
 */
export async function startServers({ folder, supervisor, tools, ports, durable, own = false, namespaces }) {
  const postgres =
    (own ? undefined : await externalPostgres(folder)) ??
    (await startPostgres({ folder, port: await ports.postgres(), supervisor, durable }));
  const redisUrl =
    (own ? undefined : await externalRedis()) ??
    (await startRedis({ server: await had(tools.redis), folder, port: await ports.redis(), supervisor }));
  const temporalAddress =
    (own ? undefined : await externalTemporal()) ??
    (await startTemporal({
      cli: await had(tools.temporal),
      folder,
      port: await ports.temporal(),
      supervisor,
      ...(ports.temporalMetrics === undefined ? {} : { metricsPort: ports.temporalMetrics }),
      ...(namespaces ? { namespaces } : {}),
    }));
  return { postgres, redisUrl, temporalAddress };
}

/** @param {Promise<string | undefined>} tool */
async function had(tool) {
  const path = await tool;
  if (path === undefined) throw new Error('a program was not looked for and is needed');
  return path;
}
