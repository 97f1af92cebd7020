import { DecisionReader } from '@lianban/application';
import type { Definitions } from '@lianban/expressions';
import { Piscina } from 'piscina';

/**
 * Reads in one thread beside the event loop, started by the first decision of a process and ended after a minute
 * without one. It is another one than the compiler's: no case waits for what an administrator publishes.
 */
export class DecisionReaderThread implements DecisionReader {
  private readonly pool = new Piscina<
    Readonly<Record<string, string>>,
    Readonly<Record<string, Definitions>>
  >({
    filename: new URL('./read-decisions.worker.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
  });

  read(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Definitions>>> {
    return this.pool.run(files);
  }

  onModuleDestroy(): Promise<void> {
    return this.pool.destroy();
  }
}
