import { type KeyObject, randomBytes } from 'node:crypto';
import {
  type BatchHeader,
  headerHash,
  keyIdOf,
  NOTHING_BEFORE,
  signHeader,
  type SignedHeader,
} from './batch-header.js';
import type { Digest } from './digest.js';
import { entryHash } from './entry-seal.js';
import { MerkleTree } from './merkle-tree.js';
import type { TrailEntry } from './trail-entry.js';

/** One entry's part of a sealed batch. Hexadecimal. */
export interface EntrySeal {
  readonly seq: number;
  readonly entryId: string;
  readonly hash: string;
  readonly salt: string;
}

export interface SealedBatch extends SignedHeader {
  readonly seals: readonly EntrySeal[];
}

export interface Sealing {
  /** The batch before; none before the first. */
  readonly head: BatchHeader | undefined;
  /** At least one, in the order of the trail, all behind the head. */
  readonly entries: readonly TrailEntry[];
  readonly sealedAt: string;
  readonly digest: Digest;
  /** Ed25519, private. */
  readonly key: KeyObject;
}

/** 128 bits: enough that nobody finds a name by trying all of them. */
const SALT_BYTES = 16;

/** Numbers, hashes and signs the entries that follow the head. */
export const sealBatch = ({ head, entries, sealedAt, digest, key }: Sealing): SealedBatch => {
  const firstSeq = (head?.lastSeq ?? 0) + 1;
  const seals: EntrySeal[] = [];
  const leaves: Buffer[] = [];
  for (const [index, entry] of entries.entries()) {
    const salt = randomBytes(SALT_BYTES).toString('hex');
    const hash = entryHash(digest, entry, { salt });
    if (hash === undefined) throw new Error(`Entry ${entry.id} cannot be sealed.`);
    leaves.push(hash);
    seals.push({ seq: firstSeq + index, entryId: entry.id, hash: hash.toString('hex'), salt });
  }
  const last = entries.at(-1);
  if (last === undefined) throw new Error('A batch holds at least one entry.');
  const header: BatchHeader = {
    version: 1,
    no: (head?.no ?? 0) + 1,
    firstSeq,
    lastSeq: firstSeq + entries.length - 1,
    root: new MerkleTree(digest, leaves).root.toString('hex'),
    previous: head === undefined ? NOTHING_BEFORE : headerHash(head),
    last: { xid: last.xid, id: last.id },
    sealedAt,
    digest,
    keyId: keyIdOf(key),
  };
  return { ...signHeader(header, key), seals };
};
