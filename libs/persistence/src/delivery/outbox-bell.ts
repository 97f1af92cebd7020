import { AfterCommit } from '@lianban/application';
import { OUTBOX_BELL } from '@lianban/contracts';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';

/** One ring covers all commits of so many milliseconds: NOTIFY serialises commits when each brings its own. */
const RING_EVERY_MS = 20;

/** Rings after a commit that left something in the outbox; never inside a business transaction. */
@Injectable()
export class OutboxBell implements OnApplicationBootstrap, OnApplicationShutdown {
  private ringing: NodeJS.Timeout | undefined;
  private silence: (() => void) | undefined;

  constructor(
    private readonly afterCommit: AfterCommit,
    private readonly pool: Pool,
  ) {}

  onApplicationBootstrap(): void {
    this.silence = this.afterCommit.listen(({ outbox }) => {
      if (!outbox || this.ringing) return;
      this.ringing = setTimeout(() => {
        this.ringing = undefined;
        // A lost ring costs a second: the relay looks by itself.
        this.pool.query(`NOTIFY ${OUTBOX_BELL}`).catch(() => undefined);
      }, RING_EVERY_MS);
    });
  }

  onApplicationShutdown(): void {
    this.silence?.();
    clearTimeout(this.ringing);
  }
}
