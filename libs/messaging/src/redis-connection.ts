import { Redis } from 'ioredis';

/** A connection for BullMQ: commands wait for Redis instead of failing, and a lost connection comes back by itself. */
export const redisConnection = (
  url: string,
  options: { readonly queueOffline: boolean; readonly onError: (failure: Error) => void },
): Redis => {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    enableOfflineQueue: options.queueOffline,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  // Unheard, an error event would end the process; Redis may be away at any time.
  redis.on('error', options.onError);
  return redis;
};
