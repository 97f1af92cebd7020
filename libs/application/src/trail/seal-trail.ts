import { createPublicKey, type KeyObject } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { type Digest, keyIdOf, sealBatch } from '@lianban/trail';
import type { Anchor } from './anchors.port.js';
import type { TrailStore } from './trail-store.port.js';

export interface SealingSettings {
  readonly key: KeyObject;
  readonly digest: Digest;
  /** The most entries of a batch. */
  readonly batch: number;
}

const ANCHORED_AT_ONCE = 100;
/** Behind many entries it works a sixth of the time: in a storm of deadlines those who wait for a deadline come first. */
const REST = 5;

/** Seals what was committed and lays it down outside. Killed at any point, the next round goes on where it stands. */
export class SealTrail {
  private keyIsKept = false;

  constructor(
    private readonly store: TrailStore,
    private readonly settings: SealingSettings,
    private readonly anchors: readonly Anchor[],
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  /** Everything that waits, batch by batch. */
  async round(): Promise<void> {
    await this.keepKey();
    const { key, digest, batch } = this.settings;
    for (;;) {
      const began = performance.now();
      const outcome = await this.store.sealNext(batch, (head, entries) =>
        sealBatch({ head, entries, sealedAt: new Date().toISOString(), digest, key }),
      );
      if (outcome.kind === 'order-lost')
        this.onFailure(
          new Error(
            'Transactions of this cluster have lower numbers than the sealed trail: nothing more is sealed (docs/guides/trail.md).',
          ),
        );
      if (outcome.kind !== 'sealed' || !outcome.full) break;
      await rest((performance.now() - began) * REST);
    }
    // A place that is away must not keep the trail from being sealed, nor another place from its anchors.
    for (const anchor of this.anchors) await this.anchor(anchor).catch(this.onFailure);
  }

  /** After the commit only: an anchor of a batch that was rolled back would look like a tail that was cut. */
  private async anchor(anchor: Anchor): Promise<void> {
    while (
      (await this.store.anchorNext(anchor.place, ANCHORED_AT_ONCE, (batches) => anchor.put(batches))) ===
      ANCHORED_AT_ONCE
    );
  }

  private async keepKey(): Promise<void> {
    if (this.keyIsKept) return;
    const { key } = this.settings;
    const shown = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    await this.store.keepKey(keyIdOf(key), shown);
    this.keyIsKept = true;
  }
}
