import type { QueueName } from '@lianban/contracts';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { redisConnection } from './redis-connection.js';

/** Messages of one queue worked at the same time. */
const CONCURRENCY = 8;

/** Queues that {@link DeliveryConsumers} listens to. */
export const consumedQueues: readonly QueueName[] = ['events', 'effects', 'jobs', 'messages'];

/** Takes messages from all queues to their one handler. A failure is the outbox's to repeat, not BullMQ's. */
export class DeliveryConsumers {
  private readonly workers: readonly Worker[];
  private readonly connection: Redis;

  constructor(
    redisUrl: string,
    deliver: (outboxId: string) => Promise<void>,
    onError: (failure: Error) => void,
  ) {
    const connection = redisConnection(redisUrl, { queueOffline: true, onError });
    this.connection = connection;
    this.workers = consumedQueues.map((name) => {
      const worker = new Worker<{ readonly id: string }>(name, ({ data }) => deliver(data.id), {
        prefix: 'lianban',
        connection,
        concurrency: CONCURRENCY,
      });
      worker.on('error', onError);
      worker.on('failed', (_job, failure) => onError(failure));
      return worker;
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close().catch(() => undefined)));
    this.connection.disconnect();
  }
}
