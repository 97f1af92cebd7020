import { EventEmitter } from 'node:events';
import { liveChannel, LiveUpdates, type LiveUpdate } from '@lianban/application';
import type { Logger } from '@lianban/platform';
import { Redis } from 'ioredis';

/**
 * Hints from all processes by Redis pub/sub, and ours to them. Without Redis the hints of this process still reach
 * its own connections, and the stream stays open.
 */
export class LiveFeed extends LiveUpdates {
  private readonly listeners = new EventEmitter().setMaxListeners(0);
  private readonly subscriber: Redis | undefined;
  private readonly publisher: Redis | undefined;

  constructor(redisUrl: string | undefined, logger: Logger) {
    super();
    if (redisUrl === undefined) return;
    const connect = (): Redis => {
      const redis = new Redis(redisUrl, {
        lazyConnect: true,
        enableOfflineQueue: false,
        maxRetriesPerRequest: null,
        retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
      });
      // Unheard, an error event would end the process; Redis may be away at any time.
      redis.on('error', (failure: Error) => logger.debug({ reason: failure.message }, 'redis is away'));
      return redis;
    };
    this.publisher = connect();
    this.subscriber = connect();
    const { subscriber } = this;
    // Also after each reconnection.
    subscriber.on('ready', () => {
      subscriber.subscribe(liveChannel).catch(() => undefined);
    });
    subscriber.on('message', (_channel: string, text: string) => this.receive(text));
    for (const redis of [this.publisher, subscriber]) redis.connect().catch(() => undefined);
  }

  publish(update: LiveUpdate): void {
    if (this.publisher?.status !== 'ready' || this.subscriber?.status !== 'ready') {
      this.listeners.emit('update', update);
      return;
    }
    this.publisher
      .publish(liveChannel, JSON.stringify(update))
      .catch(() => this.listeners.emit('update', update));
  }

  listen(listener: (update: LiveUpdate) => void): () => void {
    this.listeners.on('update', listener);
    return () => this.listeners.off('update', listener);
  }

  onApplicationShutdown(): void {
    this.publisher?.disconnect();
    this.subscriber?.disconnect();
  }

  private receive(text: string): void {
    try {
      this.listeners.emit('update', JSON.parse(text) as LiveUpdate);
    } catch {
      // Somebody else's message on our channel: a hint that cannot be read is no hint.
    }
  }
}
