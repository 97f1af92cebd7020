import type { OutboxRow } from '@lianban/application';
import type { QueueName, Topic } from '@lianban/contracts';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { redisConnection } from './redis-connection.js';

const QUEUE_OF: Readonly<Record<OutboxRow['kind'], QueueName>> = {
  event: 'events',
  effect: 'effects',
  job: 'jobs',
};

/** What waits for servers outside the house has a queue of its own: the slow hold up each other only. */
const OUTSIDE: ReadonlySet<string> = new Set<Topic>(['send-message', 'tell-todo']);

const queueOf = ({ kind, topic }: OutboxRow): QueueName => (OUTSIDE.has(topic) ? 'messages' : QUEUE_OF[kind]);

/** Time after which a hand-over counts as failed because Redis is away, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Hands outbox rows to BullMQ. A queue holds only the id of a row: the row itself stays in PostgreSQL. */
export class DeliveryQueues {
  private readonly queues: Readonly<Record<QueueName, Queue>>;
  private readonly connection: Redis;

  constructor(redisUrl: string, onError: (failure: Error) => void) {
    const connection = redisConnection(redisUrl, { queueOffline: false, onError });
    this.connection = connection;
    const make = (name: QueueName): Queue => {
      const queue = new Queue(name, {
        prefix: 'lianban',
        connection,
        // The outbox keeps what is done and what failed; Redis keeps nothing.
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
      });
      queue.on('error', onError);
      return queue;
    };
    this.queues = {
      events: make('events'),
      effects: make('effects'),
      jobs: make('jobs'),
      messages: make('messages'),
    };
  }

  async handOver(rows: readonly OutboxRow[]): Promise<void> {
    const adding = Promise.all(
      rows.map((row) =>
        this.queues[queueOf(row)].add(row.topic, { id: row.id }, { jobId: `${row.id}-${row.attempts}` }),
      ),
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Redis does not answer.')), PATIENCE_MS);
    });
    await Promise.race([adding, late]).finally(() => clearTimeout(timer));
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close().catch(() => undefined)));
    this.connection.disconnect();
  }
}
