import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildProgram } from './child-program.js';
import { freePort } from './free-port.js';
import { stackEnvironment } from './stack-environment.js';
import type { TestDatabase } from './test-database.js';

export interface ProductOptions {
  readonly database: TestDatabase;
  readonly redisUrl?: string;
  readonly temporalAddress?: string;
  /** False where nothing needs to be delivered; it can be started later. */
  readonly withWorker?: boolean;
  /** More of the environment, such as DEPARTMENT_SYSTEMS_URL. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface Product {
  /** Where the api answers. */
  readonly url: string;
  readonly api: ChildProgram;
  readonly worker: ChildProgram;
  /** One more worker beside the first, as in a larger deployment. */
  startAnotherWorker(env?: NodeJS.ProcessEnv): Promise<ChildProgram>;
  stop(): Promise<void>;
}

// libs/testing/src/stack → the clone.
const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The built api and worker as real processes on a database of the test: what end-to-end and bad-luck tests act on. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const stack = stackEnvironment();
  const folder = await mkdtemp(join(tmpdir(), 'lianban-product-'));
  const [port, workerPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  // Test files run side by side: what they share of the servers is kept apart, or one would take the other's deliveries.
  const jestWorker = process.env['JEST_WORKER_ID'] ?? '1';
  const env = {
    ...process.env,
    // Jest's own flags are not for the product.
    NODE_OPTIONS: '',
    NODE_ENV: 'test',
    LIANBAN_DEMO: '1',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    DATABASE_URL: options.database.url,
    REDIS_URL: options.redisUrl ?? `${stack.redisUrl}/${jestWorker}`,
    TEMPORAL_ADDRESS: options.temporalAddress ?? stack.temporalAddress,
    TEMPORAL_NAMESPACE: options.temporalAddress === undefined ? `test-${jestWorker}` : 'default',
    LIANBAN_DATA: folder,
    FILES_DIR: join(folder, 'files'),
    ...options.env,
  };
  const program = (
    name: string,
    isReady: () => Promise<boolean>,
    more: NodeJS.ProcessEnv = {},
  ): ChildProgram =>
    new ChildProgram({
      name,
      command: process.execPath,
      arguments: ['--enable-source-maps', join(root, 'apps', name, 'dist', 'main.js')],
      env: { ...env, ...more },
      cwd: root,
      isReady,
    });
  const api = program('api', () => answers(`${url}/health/ready`));
  const worker = program('worker', () => answers(`http://127.0.0.1:${workerPort}/`));
  const others: ChildProgram[] = [];
  const startAnotherWorker = async (more: NodeJS.ProcessEnv = {}): Promise<ChildProgram> => {
    const at = await freePort();
    const other = program('worker', () => answers(`http://127.0.0.1:${at}/`), {
      ...more,
      WORKER_PORT: String(at),
    });
    others.push(other);
    await other.start();
    return other;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([api, worker, ...others].map((process) => process.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([api.start(), ...(options.withWorker === false ? [] : [worker.start()])]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, api, worker, startAnotherWorker, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
