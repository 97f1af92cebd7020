import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ChildProgram } from './child-program.js';
import { freePort } from './free-port.js';
import { stackEnvironment } from './stack-environment.js';

/** A server that one test file may kill, empty or leave down without disturbing the others. */
export interface OwnServer {
  readonly address: string;
  readonly program: ChildProgram;
  /** Killed and started again without anything it knew, as a cluster that had to be built anew. */
  replace(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** A Redis that keeps its data over a kill, as in production. `address` is its URL. */
export async function ownRedis(): Promise<OwnServer> {
  const { redisServer } = stackEnvironment();
  const folder = await mkdtemp(join(tmpdir(), 'lianban-redis-'));
  const port = await freePort();
  const keeping = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const program = new ChildProgram({
    name: 'redis',
    command: redisServer,
    arguments: [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--maxmemory-policy',
      'noeviction',
      ...keeping,
    ],
    isReady: () => redisAnswers(port),
  });
  await program.start();
  return inFolder(`redis://127.0.0.1:${port}`, program, folder);
}

/** A Temporal dev server that keeps its data over a kill. `address` is host and port. */
export async function ownTemporal(): Promise<OwnServer> {
  const { temporalCli } = stackEnvironment();
  const folder = await mkdtemp(join(tmpdir(), 'lianban-temporal-'));
  const address = `127.0.0.1:${await freePort()}`;
  const port = address.split(':')[1] ?? '';
  const server = ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', port];
  const program = new ChildProgram({
    name: 'temporal',
    command: temporalCli,
    arguments: [...server, '--db-filename', join(folder, 'temporal.db'), '--log-level', 'error'],
    isReady: () => temporalAnswers(temporalCli, address),
  });
  await program.start();
  return inFolder(address, program, folder);
}

const inFolder = (address: string, program: ChildProgram, folder: string): OwnServer => ({
  address,
  program,
  replace: async () => {
    await program.kill();
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    await program.start();
  },
  remove: async () => {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  },
});

const redisAnswers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write('PING\r\n'));
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (answer) => settle(answer.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false));
  });

async function temporalAnswers(cli: string, address: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)(cli, ['operator', 'cluster', 'health', '--address', address]);
  return stdout.includes('SERVING');
}
