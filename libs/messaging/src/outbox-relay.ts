import type { OutboxStore } from '@lianban/application';
import type { DeliveryQueues } from './delivery-queues.js';

const BATCH = 200;
/** The safety poll: what a lost ring costs at most, in milliseconds. */
const POLL_MS = 1_000;

/**
 * Carries committed outbox rows to the queues, woken by the bell and by a poll. Several relays may run: each claims
 * its own rows. When Redis is away the rows are given back and tried at the next poll.
 */
export class OutboxRelay {
  private running = false;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly outbox: OutboxStore,
    private readonly queues: DeliveryQueues,
    private readonly onError: (failure: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    this.turn = this.drain()
      .catch(this.onError)
      .finally(() => {
        this.running = false;
      });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.turn;
  }

  private async drain(): Promise<void> {
    do {
      this.again = false;
      const rows = await this.outbox.claim(BATCH);
      if (rows.length === 0) continue;
      try {
        await this.queues.handOver(rows);
      } catch (failure) {
        await this.outbox.giveBack(rows.map(({ id }) => id));
        throw failure;
      }
      this.again ||= rows.length === BATCH;
    } while (this.again && !this.stopped);
  }
}
