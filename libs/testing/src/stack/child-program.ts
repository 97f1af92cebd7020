import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.js';

export interface ProgramOptions {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Whom it runs as, where that is somebody else. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** What tells it to end in order; SIGTERM unless told otherwise. */
  readonly stopSignal?: NodeJS.Signals;
  readonly isReady: () => Promise<boolean>;
}

const kept = 20_000;
/** Generous: tests run beside other work on small machines. */
const READY_WITHIN_MS = 120_000;

/** A real process in the hands of a test: started, killed like by a power cut, started again. */
export class ChildProgram {
  private child: ChildProcess | undefined;
  private said = '';

  constructor(private readonly options: ProgramOptions) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** The last things it wrote. */
  get output(): string {
    return this.said;
  }

  async start(): Promise<void> {
    const { name, command, cwd, env, user, isReady } = this.options;
    const child = spawn(command, [...this.options.arguments], {
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      ...user,
    });
    this.child = child;
    const hear = (chunk: Buffer): void => {
      this.said = (this.said + chunk.toString()).slice(-kept);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => hear(Buffer.from(error.message)));
    const state = { ended: false };
    child.once('exit', () => (state.ended = true));
    try {
      const answer = await eventually(
        `${name} is ready`,
        async () => (state.ended ? 'ended' : (await isReady()) && 'ready'),
        READY_WITHIN_MS,
      );
      if (answer === 'ended') throw new Error(`${name} ended at its start`);
    } catch (error) {
      child.kill('SIGKILL');
      throw new Error(`${name} did not start; it said:\n${this.said}`, { cause: error });
    }
  }

  /** In order, as a deployment does it. */
  stop(): Promise<void> {
    return this.end(this.options.stopSignal ?? 'SIGTERM');
  }

  /** `kill -9`. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(force);
  }
}
