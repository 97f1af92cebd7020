import type { BatchVerdict } from './batch-verifier.js';
import type { Finding } from './finding.js';
import { ERASURE_ACT, type ErasedFields, type TrailEntry } from './trail-entry.js';

/** What an entry says was erased; undefined where it is of another act. */
const erasuresOf = (entry: TrailEntry): ErasedFields | undefined => {
  if (entry.act !== ERASURE_ACT || entry.after === null) return undefined;
  const { entries } = JSON.parse(entry.after) as { readonly entries?: ErasedFields };
  return entries;
};

/**
 * Matches what is gone with what was said to be erased. An erasure that nobody sealed could be a deletion; one whose act
 * is seconds old is found once more when that act is sealed.
 */
export class ErasureLedger {
  private readonly gone: { batch: number; seq: number; entryId: string; field: string }[] = [];
  private readonly said = new Set<string>();
  private entries = 0;

  /** How many entries have lost personal fields. */
  get count(): number {
    return this.entries;
  }

  missing(batch: number, erased: BatchVerdict['erased']): void {
    this.entries += erased.length;
    for (const { seq, entryId, fields } of erased)
      for (const field of fields) this.gone.push({ batch, seq, entryId, field });
  }

  /** Of entries that were found to be what was sealed only. */
  note(entry: TrailEntry): void {
    for (const [id, fields] of Object.entries(erasuresOf(entry) ?? {}))
      for (const field of fields) this.said.add(`${id} ${field}`);
  }

  end(): readonly Finding[] {
    const unfounded = this.gone.filter(({ entryId, field }) => !this.said.has(`${entryId} ${field}`));
    const entries = new Map(unfounded.map(({ batch, seq, entryId }) => [entryId, { batch, seq, entryId }]));
    return [...entries.values()].map((place) => ({ kind: 'erased-unfounded', ...place }));
  }
}
