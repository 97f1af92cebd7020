import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { ChildProgram, type ProgramOptions } from './child-program.js';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';
import { type TestPostgres, testPostgres } from './stack-environment.js';

/** A PostgreSQL that one test file may kill, with the templates of all tests in it. */
export interface OwnPostgres {
  readonly server: TestPostgres;
  readonly program: ChildProgram;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

// libs/testing/src/stack → the clone.
const maker = join(import.meta.dirname, '..', '..', '..', '..', 'apps/dev-stack/src/own-postgres.mjs');

const MADE_WITHIN_MS = 180_000;

/** Killed is its postmaster; what it promised is in its log, and it comes back as after a power cut. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-postgres-'));
  // Under root it runs as another user, who has to walk in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const { stdout } = await promisify(execFile)(process.execPath, [maker, folder, String(port)], {
    timeout: MADE_WITHIN_MS,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const made = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
    readonly program: Omit<ProgramOptions, 'isReady'>;
    readonly environment: NodeJS.ProcessEnv;
  };
  const server = testPostgres(made.environment);
  const program = new Postmaster({ ...made.program, cwd: '/', isReady: () => answers(server.adminUrl) });
  await program.start();
  return {
    server,
    program,
    remove: async () => {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Backends of a killed one hold its memory for a moment; until they are gone, another refuses to start. */
class Postmaster extends ChildProgram {
  override async start(): Promise<void> {
    await eventually('PostgreSQL is back', () => super.start().then(() => true), 60_000);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.end();
  return true;
}
