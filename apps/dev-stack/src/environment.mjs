import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What every process of the product is told. The owner's address goes to migrations, seeds and tests only.
 * @param {import('./servers.mjs').Servers} servers
 * @param {{folder: string, port: number, workerPort: number, departmentsPort: number, demo: boolean}} settings
 * @returns {NodeJS.ProcessEnv}
 */
export function productEnvironment(servers, { folder, port, workerPort, departmentsPort, demo }) {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  return {
    ...process.env,
    NODE_ENV: process.env['NODE_ENV'] ?? 'development',
    DATABASE_URL: servers.postgres.appUrl,
    DATABASE_OWNER_URL: servers.postgres.ownerUrl,
    REDIS_URL: servers.redisUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: process.env['TEMPORAL_NAMESPACE'] ?? 'default',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    DEPARTMENT_SYSTEMS_PORT: String(departmentsPort),
    DEPARTMENT_SYSTEMS_URL: process.env['DEPARTMENT_SYSTEMS_URL'] ?? `http://127.0.0.1:${departmentsPort}`,
    PRODUCT_URL: process.env['PRODUCT_URL'] ?? `http://localhost:${port}`,
    LIANBAN_DATA: folder,
    FILES_DIR: files,
    ...(demo
      ? {
          LIANBAN_DEMO: '1',
          ELECTRONIC_SEALS: 'specimen',
          SMS_GATEWAY_URL: process.env['SMS_GATEWAY_URL'] ?? `http://127.0.0.1:${departmentsPort}/sms`,
          UNIFIED_TODO_URL:
            process.env['UNIFIED_TODO_URL'] ?? `http://127.0.0.1:${departmentsPort}/unified-todo`,
        }
      : {}),
  };
}
