/**
 * What is wrong, by what was done.
 *
 * - `edited`: an entry (or, without `seq`, something in the batch together with its seal) is not what was sealed
 * - `deleted`: an entry or a batch that was sealed is gone
 * - `inserted`: an entry stands among sealed ones and was not sealed with them
 * - `reordered`: an entry stands at another place than it was sealed at
 * - `erased-unfounded`: personal data are gone and no sealed act says that they were erased
 * - `header-edited`: a batch does not follow from the one before it
 * - `signature-wrong`, `key-unknown`: nobody we know has signed the batch
 * - `rolled-back`: the batch is rightly signed and another was anchored: the trail was set back and went on
 * - `replaced`: the batch is not the one that was anchored
 * - `tail-cut`: batches that were anchored are gone: cut off, or the database was set back
 * - `anchor-missing`: the batch is not among the anchors, though later ones are, or it is known to have been anchored
 */
export const FINDING_KINDS = [
  'edited',
  'deleted',
  'inserted',
  'reordered',
  'erased-unfounded',
  'header-edited',
  'signature-wrong',
  'key-unknown',
  'rolled-back',
  'replaced',
  'tail-cut',
  'anchor-missing',
] as const;

/** A place where the trail is not what was sealed. */
export interface Finding {
  readonly kind: (typeof FINDING_KINDS)[number];
  /** Number of the batch; of the first one, where `toBatch` says that it is several. */
  readonly batch: number;
  readonly toBatch?: number;
  /** Number of the entry in the trail, where it can be told. */
  readonly seq?: number;
  readonly entryId?: string;
}
