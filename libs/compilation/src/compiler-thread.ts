import type { ProcessCompiler } from '@lianban/application';
import type { Compilation, DefinitionToJudge } from '@lianban/bpmn-compiler/judge';
import { Piscina } from 'piscina';

const THREAD_LIMITS = {
  /** Real milliseconds of one definition: many times what the largest files take, as the machine may be busy. */
  time: 20_000,
  /** Megabytes of the thread's heap. */
  memory: 256,
  /** Definitions that may wait; administrators publish by hand. */
  queue: 20,
} as const;

/**
 * Compiles in one thread beside the event loop, started by the first definition and ended after a minute without one. A
 * definition that outlives its time is stopped with its thread, and the next one gets a new thread.
 */
export class CompilerThread implements ProcessCompiler {
  private readonly pool = new Piscina<DefinitionToJudge, Compilation>({
    filename: new URL('./compile.worker.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: THREAD_LIMITS.queue,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_LIMITS.memory },
  });

  async compile(request: DefinitionToJudge): Promise<Compilation> {
    try {
      return await this.pool.run(request, { signal: AbortSignal.timeout(THREAD_LIMITS.time) });
    } catch (error) {
      if (!isTooCostly(error)) throw error;
      const message = 'Judging the file takes too long or too much memory. Split the process.';
      return { diagnostics: [{ severity: 'error', code: 'BPMN.TOO_COSTLY', message }] };
    }
  }

  onModuleDestroy(): Promise<void> {
    return this.pool.destroy();
  }
}

/** Stopped by our own clock, or by the memory limit of its thread. */
const isTooCostly = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    error.name === 'TimeoutError' ||
    ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'));
