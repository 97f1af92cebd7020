/** How far the trail is sealed, and where it lies outside the database. */
export interface TrailView {
  readonly batches: number;
  readonly entries: number;
  /** When the newest batch was sealed. */
  readonly sealedAt?: string;
  /** Acts that wait for their seal, counted up to 10,001, and since when the oldest does. */
  readonly unsealed: number;
  readonly unsealedSince?: string;
  readonly digest?: string;
  /** The newest batch at each place outside the database. */
  readonly anchors: readonly {
    readonly place: 'file' | 'endpoint';
    readonly batch: number;
    readonly at: string;
  }[];
  /** SHA-256 of the key that signs now, and all that ever signed, in PEM. */
  readonly keyId?: string;
  readonly keys: readonly { readonly id: string; readonly publicKey: string }[];
}

/** Where the trail is not what was sealed. */
export interface TrailFinding {
  /** As docs/guides/trail.md lists them: `edited`, `deleted`, `tail-cut`… */
  readonly kind: string;
  readonly batch: number;
  readonly toBatch?: number;
  readonly seq?: number;
  readonly entryId?: string;
}

export interface TrailVerdictView {
  readonly valid: boolean;
  /** The batches whose entries were judged; the chain is judged whole. */
  readonly first: number;
  readonly last: number;
  readonly batches: number;
  readonly entries: number;
  /** Entries that lost personal data. */
  readonly erased: number;
  /** The newest anchored batch; absent where no anchor could be read, so that a rebuilt trail would not show. */
  readonly anchoredTo?: number;
  /** The first thousand; `found` counts all. */
  readonly findings: readonly TrailFinding[];
  readonly found: number;
}

/** That one act is sealed: what somebody with the public key needs to check it (RFC 9162 §2.1.3). */
export interface EntryProofView {
  readonly entryId: string;
  readonly seq: number;
  readonly act: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly actorName: string;
  readonly caseId?: string;
  /** Whether hash, path, root and signature fit together now. */
  readonly holds: boolean;
  readonly hash: string;
  readonly proof: { readonly index: number; readonly size: number; readonly path: readonly string[] };
  readonly batch: {
    readonly no: number;
    readonly root: string;
    readonly sealedAt: string;
    readonly digest: string;
    readonly keyId: string;
  };
  readonly signature: string;
}
