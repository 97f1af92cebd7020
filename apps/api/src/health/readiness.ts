import { connect } from 'node:net';
import { Injectable } from '@nestjs/common';
import { SessionStore } from '@lianban/application';
import { ApiSettings } from '../api-settings.js';

type Reach = 'up' | 'down' | 'not-configured';

export interface ReadinessReport {
  readonly status: 'ready' | 'not-ready';
  readonly postgres: Reach;
  readonly redis: Reach;
  readonly temporal: Reach;
}

@Injectable()
export class Readiness {
  constructor(
    private readonly store: SessionStore,
    private readonly settings: ApiSettings,
  ) {}

  async check(): Promise<ReadinessReport> {
    const redis = this.settings.redisUrl === undefined ? undefined : new URL(this.settings.redisUrl);
    const [postgres, redisReach, temporal] = await Promise.all([
      this.database(),
      reach(redis && { host: redis.hostname, port: Number(redis.port || 6379) }),
      reach(addressOf(this.settings.temporalAddress)),
    ]);
    return { status: postgres === 'up' ? 'ready' : 'not-ready', postgres, redis: redisReach, temporal };
  }

  private async database(): Promise<Reach> {
    try {
      await this.store.businessNow();
      return 'up';
    } catch {
      return 'down';
    }
  }
}

const addressOf = (address: string | undefined): { host: string; port: number } | undefined => {
  if (address === undefined) return undefined;
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at), port: Number(address.slice(at + 1)) };
};

/** Does somebody listen there? */
const reach = (target: { host: string; port: number } | undefined): Promise<Reach> =>
  target === undefined
    ? Promise.resolve('not-configured')
    : new Promise((resolve) => {
        const socket = connect({ ...target, timeout: 500 });
        const settle = (answer: Reach): void => {
          socket.destroy();
          resolve(answer);
        };
        socket.once('connect', () => settle('up'));
        socket.once('error', () => settle('down'));
        socket.once('timeout', () => settle('down'));
      });
