import { CONDUCTOR } from '@lianban/contracts';
import { NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import { type ConductorWork, conductorActivities } from './conductor-activities.js';

export interface ConductorWorkerSettings {
  readonly address: string;
  readonly namespace: string;
  /** Path of the module that exports the workflows. */
  readonly workflowsPath: string;
}

/** Pause before Temporal is looked for again, in milliseconds. */
const LOOK_AGAIN_MS = 2_000;

/**
 * Runs conductors for as long as the process lives. Temporal may be away at start and may go away later: the worker is
 * made again until it is stopped.
 */
export class ConductorWorker {
  private stopped = false;
  private worker: Worker | undefined;
  private ended: Promise<void> = Promise.resolve();
  private wakeUp: (() => void) | undefined;

  constructor(
    private readonly settings: ConductorWorkerSettings,
    private readonly work: ConductorWork,
    private readonly onError: (failure: unknown) => void,
  ) {}

  start(): void {
    // Signals are the process's to handle, in the order of its own shutdown.
    Runtime.install({ shutdownSignals: [] });
    this.ended = this.live();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp?.();
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
    await this.ended;
  }

  private async live(): Promise<void> {
    const workflowBundle = await bundleWorkflowCode({ workflowsPath: this.settings.workflowsPath });
    while (!this.stopped) {
      let connection: NativeConnection | undefined;
      try {
        connection = await NativeConnection.connect({ address: this.settings.address });
        this.worker = await Worker.create({
          connection,
          namespace: this.settings.namespace,
          taskQueue: CONDUCTOR.taskQueue,
          workflowBundle,
          reuseV8Context: true,
          maxCachedWorkflows: 400,
          maxConcurrentActivityTaskExecutions: 20,
          // The floor of a stall after a worker was killed; ten seconds by default.
          stickyQueueScheduleToStartTimeout: '2 seconds',
          maxHeartbeatThrottleInterval: '1 second',
          shutdownGraceTime: '5 seconds',
          activities: conductorActivities(this.work),
        });
        await this.worker.run();
      } catch (failure) {
        this.onError(failure);
      } finally {
        this.worker = undefined;
        await connection?.close().catch(() => undefined);
      }
      if (!this.stopped) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_AGAIN_MS);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
