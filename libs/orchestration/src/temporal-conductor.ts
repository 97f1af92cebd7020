import { Conductor } from '@lianban/application';
import { CONDUCTOR } from '@lianban/contracts';
import { unavailable } from '@lianban/kernel';
import { Client, Connection } from '@temporalio/client';
import type { ConductorPolicy } from './conductor-policy.js';

/** A call to Temporal that takes longer counts as "away"; the outbox tries again. */
const PATIENCE_MS = 3_000;
const LONGEST_RECONNECT_MS = 5_000;

/**
 * Tells the conductor of a case of an effect by signal-with-start: one call, whether it lives or not. A signal and not
 * an Update, because nobody waits for an answer and at most ten Updates may be in flight (docs/decisions/0006).
 */
export class TemporalConductor extends Conductor {
  private readonly connection: Connection;
  private readonly client: Client;

  constructor(
    address: string,
    namespace: string,
    private readonly policy: ConductorPolicy,
  ) {
    super();
    this.connection = Connection.lazy({
      address,
      connectTimeout: PATIENCE_MS,
      // gRPC would look for a server that was long away only every two minutes.
      channelArgs: { 'grpc.max_reconnect_backoff_ms': LONGEST_RECONNECT_MS },
    });
    this.client = new Client({ connection: this.connection, namespace });
  }

  async conduct(caseId: string, effectId: string): Promise<void> {
    try {
      await this.connection.withDeadline(Date.now() + PATIENCE_MS, () =>
        this.client.workflow.signalWithStart(CONDUCTOR.workflow, {
          taskQueue: CONDUCTOR.taskQueue,
          workflowId: `case/${caseId}`,
          // The floor of a stall after a worker was killed with a workflow task in hand; ten seconds by default.
          workflowTaskTimeout: '2 seconds',
          args: [this.policy],
          signal: CONDUCTOR.signal,
          signalArgs: [effectId],
        }),
      );
    } catch (failure) {
      throw unavailable('CONDUCTOR.AWAY', `Temporal does not answer: ${String(failure)}`);
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}
