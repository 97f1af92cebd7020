import { type Digest, hashOf } from './digest.js';

/** That one leaf is in a tree: its place, the size of the tree and the hashes beside its way up, hexadecimal. */
export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}

/** A tree as in RFC 6962 §2.1 over hashes of leaves: a node without a neighbour goes up as it is. */
export class MerkleTree {
  private readonly levels: Buffer[][];

  /** @throws where there is no leaf: a batch holds at least one entry. */
  constructor(
    private readonly digest: Digest,
    leaves: readonly Buffer[],
  ) {
    if (leaves.length === 0) throw new Error('A tree has at least one leaf.');
    this.levels = [[...leaves]];
    for (let level = this.levels[0] ?? []; level.length > 1;) {
      const above: Buffer[] = [];
      for (let at = 0; at < level.length; at += 2) {
        const [left, right] = [level[at], level[at + 1]];
        if (left) above.push(right ? hashOf(digest, 'node', left, right) : left);
      }
      this.levels.push(above);
      level = above;
    }
  }

  get root(): Buffer {
    const root = this.levels.at(-1)?.[0];
    if (!root) throw new Error('A tree has a root.');
    return root;
  }

  proofOf(index: number): InclusionProof {
    const size = this.levels[0]?.length ?? 0;
    if (index < 0 || index >= size) throw new RangeError(`There is no leaf ${index} among ${size}.`);
    const path: string[] = [];
    let place = index;
    for (const level of this.levels) {
      const beside = level[place % 2 === 0 ? place + 1 : place - 1];
      if (beside && level.length > 1) path.push(beside.toString('hex'));
      place = Math.floor(place / 2);
    }
    return { index, size, path };
  }
}

/** Whether the proof leads from the leaf to the root: RFC 9162 §2.1.3.2. */
export const provesInclusion = (
  digest: Digest,
  leaf: Buffer,
  { index, size, path }: InclusionProof,
  root: Buffer,
): boolean => {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const text of path) {
    const beside = Buffer.from(text, 'hex');
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = hashOf(digest, 'node', beside, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else hash = hashOf(digest, 'node', hash, beside);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && hash.equals(root);
};
