import type {
  BatchHeader,
  KeptBatch,
  KeptEntry,
  SealedBatch,
  SignedHeader,
  TrailEntry,
  ErasedFields,
} from '@lianban/trail';
import type { Actor } from '@lianban/domain';

export type AnchorPlace = 'file' | 'endpoint';

/** What a round of the sealer came upon. */
export type SealingOutcome =
  /** A batch was sealed; `full` says that there may be more at once. */
  | { readonly kind: 'sealed'; readonly entries: number; readonly full: boolean }
  | { readonly kind: 'nothing' }
  /** Another process seals at this moment. */
  | { readonly kind: 'busy' }
  /** New transactions have lower numbers than sealed ones: the database was loaded into a new cluster. */
  | { readonly kind: 'order-lost' };

export interface TrailState {
  readonly batches: number;
  readonly entries: number;
  readonly sealedAt?: string;
  /** Acts that wait for their seal, counted up to 10,001, and since when the oldest does. */
  readonly unsealed: number;
  readonly unsealedSince?: string;
  readonly keyId?: string;
  readonly digest?: string;
  readonly anchors: readonly { readonly place: AnchorPlace; readonly batch: number; readonly at: string }[];
}

/** An entry with the batch it was sealed in. */
export type SealedEntry = KeptEntry & { readonly batch: SignedHeader };

/** The sealed trail. Seals, batches and anchors are only ever added. */
export abstract class TrailStore {
  /**
   * In one transaction: takes the right to seal, reads up to `limit` entries behind the head whose order is closed, and
   * keeps what `seal` makes of them.
   */
  abstract sealNext(
    limit: number,
    seal: (head: BatchHeader | undefined, entries: readonly TrailEntry[]) => SealedBatch,
  ): Promise<SealingOutcome>;
  /** Hands batches that lie nowhere at `place` yet to `put`, in order, and notes that they do; how many they were. */
  abstract anchorNext(
    place: AnchorPlace,
    limit: number,
    put: (batches: readonly SignedHeader[]) => Promise<void>,
  ): Promise<number>;
  abstract keepKey(id: string, publicKey: string): Promise<void>;

  abstract state(): Promise<TrailState>;
  abstract keys(): Promise<ReadonlyMap<string, string>>;
  /** By the numbers of their rows: what a header says of itself may be forged. */
  abstract batches(from: number, limit: number): Promise<readonly (SignedHeader & { readonly no: number })[]>;
  /** The batches that hold what was recorded between two instants. Undefined where there is none. */
  abstract period(
    from?: string,
    to?: string,
  ): Promise<{ readonly first: number; readonly last: number } | undefined>;
  /** What is kept of a batch, with what stands between its entries. */
  abstract kept(header: BatchHeader, before: BatchHeader | undefined): Promise<KeptBatch>;
  /** Hashes of the entries of a batch, in order. */
  abstract hashes(header: BatchHeader): Promise<readonly Buffer[]>;
  /** Undefined where the entry is not sealed or not there. */
  abstract find(entryId: string): Promise<SealedEntry | undefined>;
  /** Sealed acts by which something was erased, behind a number. */
  abstract erasures(after: number, limit: number): Promise<readonly SealedEntry[]>;
  /** Blanks the fields and writes the act that says so, in one transaction. */
  abstract erase(
    actor: Actor,
    ground: string,
    erased: readonly (Pick<KeptEntry, 'seq' | 'opening'> & {
      readonly id: string;
      readonly fields: ErasedFields[string];
    })[],
  ): Promise<void>;
}
