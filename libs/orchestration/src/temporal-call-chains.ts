import { CallChains } from '@lianban/application';
import { CALL_CHAIN, CONDUCTOR } from '@lianban/contracts';
import { unavailable } from '@lianban/kernel';
import {
  Client,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';

/** A call to Temporal that takes longer counts as "away"; the outbox tries again. */
const PATIENCE_MS = 3_000;
const LONGEST_RECONNECT_MS = 5_000;

const idOf = (clockId: string, level: string): string => `call-chain/${clockId}/${level}`;

/** Chains of calls as Temporal workflows. Their ids and arguments name no person. */
export class TemporalCallChains extends CallChains {
  private readonly connection: Connection;
  private readonly client: Client;

  constructor(
    address: string,
    namespace: string,
    /** What a minute of a chain takes, in seconds. */
    private readonly minute = 60,
  ) {
    super();
    this.connection = Connection.lazy({
      address,
      connectTimeout: PATIENCE_MS,
      channelArgs: { 'grpc.max_reconnect_backoff_ms': LONGEST_RECONNECT_MS },
    });
    this.client = new Client({ connection: this.connection, namespace });
  }

  start(clockId: string, level: string, people: number, everyMinutes: number): Promise<void> {
    return this.patiently(async () => {
      try {
        await this.client.workflow.start(CALL_CHAIN.workflow, {
          taskQueue: CONDUCTOR.taskQueue,
          workflowId: idOf(clockId, level),
          // One chain a level, however often the outbox hands it over; PostgreSQL calls each place once besides.
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowTaskTimeout: '2 seconds',
          args: [{ clockId, level, people, pause: `${everyMinutes * this.minute} seconds` }],
        });
      } catch (failure) {
        if (!(failure instanceof WorkflowExecutionAlreadyStartedError)) throw failure;
      }
    });
  }

  acknowledge(clockId: string, level: string): Promise<void> {
    return this.patiently(async () => {
      try {
        await this.client.workflow.getHandle(idOf(clockId, level)).signal(CALL_CHAIN.signal);
      } catch (failure) {
        if (!(failure instanceof WorkflowNotFoundError)) throw failure;
      }
    });
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async patiently(work: () => Promise<void>): Promise<void> {
    try {
      await this.connection.withDeadline(Date.now() + PATIENCE_MS, work);
    } catch (failure) {
      throw unavailable('CONDUCTOR.AWAY', `Temporal does not answer: ${String(failure)}`);
    }
  }
}
