import type { BatchHeader } from './batch-header.js';
import { type Opening, entryHash, erasedOf } from './entry-seal.js';
import type { Finding } from './finding.js';
import { MerkleTree } from './merkle-tree.js';
import { comesBefore, type PersonalField, type Position, type TrailEntry } from './trail-entry.js';

/** A seal as it is kept, with the entry that it belongs to, if there is one. */
export interface KeptEntry {
  readonly seq: number;
  readonly entryId: string;
  /** Hexadecimal. */
  readonly hash: string;
  readonly opening: Opening;
  readonly entry: TrailEntry | undefined;
}

export interface KeptBatch {
  readonly header: BatchHeader;
  /** Position of the last entry of the batch before. */
  readonly after: Position | undefined;
  /** In the order of their numbers. */
  readonly entries: readonly KeptEntry[];
  /** Entries that stand between the first and the last of the batch and have no seal. */
  readonly strays: readonly Position[];
}

export interface BatchVerdict {
  readonly findings: readonly Finding[];
  /** Entries some of whose personal fields are erased: somebody must have said so in the trail. */
  readonly erased: readonly {
    readonly seq: number;
    readonly entryId: string;
    readonly fields: readonly PersonalField[];
  }[];
}

/** Whether what is kept of a batch is what its header, found to be good, was made of. */
export const verifyBatch = ({ header, after, entries, strays }: KeptBatch): BatchVerdict => {
  const batch = header.no;
  const found: Finding[] = strays.map(({ id }) => ({ kind: 'inserted', batch, entryId: id }));
  const kept = new Map(entries.map((entry) => [entry.seq, entry]));
  for (let seq = header.firstSeq; seq <= header.lastSeq; seq += 1)
    if (!kept.has(seq)) found.push({ kind: 'deleted', batch, seq });
  let position = after;
  for (const { seq, entryId, hash, opening, entry } of entries) {
    const place = { batch, seq, entryId };
    if (entry === undefined) {
      found.push({ kind: 'deleted', ...place });
      continue;
    }
    if (entryHash(header.digest, entry, opening)?.toString('hex') !== hash)
      found.push({ kind: 'edited', ...place });
    else if (position !== undefined && !comesBefore(position, entry))
      found.push({ kind: 'reordered', ...place });
    position = entry;
  }
  return {
    findings: found.length > 0 ? found : asAWhole(header, entries),
    erased: entries.flatMap(({ seq, entryId, opening }) => {
      const fields = erasedOf(opening);
      return fields.length > 0 ? [{ seq, entryId, fields }] : [];
    }),
  };
};

/** Each entry fits its seal; do the seals fit what was signed? If not, the last position tells in which way. */
const asAWhole = (header: BatchHeader, entries: readonly KeptEntry[]): readonly Finding[] => {
  const batch = header.no;
  const last = entries.at(-1)?.entry;
  if (last === undefined) return [];
  const leaves = entries.map(({ hash }) => Buffer.from(hash, 'hex'));
  const tree = new MerkleTree(header.digest, leaves);
  if (tree.root.toString('hex') === header.root) return [];
  if (comesBefore(last, header.last)) return [{ kind: 'inserted', batch }];
  if (comesBefore(header.last, last)) return [{ kind: 'deleted', batch }];
  return [{ kind: 'edited', batch }];
};
