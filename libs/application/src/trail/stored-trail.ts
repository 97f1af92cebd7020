import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  type BatchHeader,
  type KeptBatch,
  MerkleTree,
  type ProvenEntry,
  type SignedHeader,
  type TrailSource,
} from '@lianban/trail';
import type { TrailStore } from './trail-store.port.js';

const PAGE = 500;

/** The trail of the database, page by page. */
export class StoredTrail implements TrailSource {
  constructor(private readonly store: TrailStore) {}

  async *headers(): AsyncGenerator<SignedHeader> {
    for (let from = 1; ;) {
      const page = await this.store.batches(from, PAGE);
      for (const { header, signature } of page) yield { header, signature };
      const last = page.at(-1);
      if (last === undefined) return;
      from = last.no + 1;
    }
  }

  kept(header: BatchHeader, before: BatchHeader | undefined): Promise<KeptBatch> {
    return this.store.kept(header, before);
  }

  async *erasures(): AsyncGenerator<ProvenEntry> {
    for (let after = 0; ;) {
      const page = await this.store.erasures(after, PAGE);
      for (const { batch: sealed, ...kept } of page)
        yield { sealed, kept, proof: await this.proofOf(sealed.header, kept.seq) };
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.seq;
    }
  }

  async proofOf(header: BatchHeader, seq: number): Promise<ProvenEntry['proof']> {
    const hashes = await this.store.hashes(header);
    const index = seq - header.firstSeq;
    // Seals of this batch are gone: no way leads to its root, which whoever judges the proof finds.
    if (index >= hashes.length) return { index, size: hashes.length, path: [] };
    return new MerkleTree(header.digest, hashes).proofOf(index);
  }

  async keys(): Promise<ReadonlyMap<string, KeyObject>> {
    const keys = await this.store.keys();
    return new Map([...keys].map(([id, text]) => [id, createPublicKey(text)]));
  }
}
