import { type BatchHeader, isSignedBy, type SignedHeader } from './batch-header.js';
import { type KeptBatch, type KeptEntry, verifyBatch } from './batch-verifier.js';
import { entryHash } from './entry-seal.js';
import { ErasureLedger } from './erasure-ledger.js';
import type { Finding } from './finding.js';
import { type HeaderTrust, HeaderVerifier } from './header-verifier.js';
import { type InclusionProof, provesInclusion } from './merkle-tree.js';

/** An act by which something was erased, with the proof that it is sealed. */
export interface ProvenEntry {
  readonly sealed: SignedHeader;
  readonly kept: KeptEntry;
  readonly proof: InclusionProof;
}

/** Where a trail is read from: a database, or the files that were taken from it. One batch is in memory at a time. */
export interface TrailSource {
  /** All batches from the first to the newest. */
  headers(): AsyncIterable<SignedHeader>;
  /** Asked in the order of the batches, for those of the period. */
  kept(header: BatchHeader, before: BatchHeader | undefined): Promise<KeptBatch>;
  erasures(): AsyncIterable<ProvenEntry>;
}

export interface Period {
  readonly first: number;
  readonly last: number;
}

export interface TrailVerdict {
  /** The first thousand; `found` counts all. */
  readonly findings: readonly Finding[];
  readonly found: number;
  readonly batches: number;
  readonly entries: number;
  /** Entries that lost personal data, rightly or not. */
  readonly erased: number;
  /** The newest batch that is sealed, and the newest that was anchored. */
  readonly sealedTo: number;
  readonly anchoredTo: number;
}

const MOST_FINDINGS = 1_000;

/** The chain of all batches, and the entries of those of the period. */
export const verifyTrail = async (
  source: TrailSource,
  trust: HeaderTrust,
  { first, last }: Period,
): Promise<TrailVerdict> => {
  const chain = new HeaderVerifier(trust);
  const ledger = new ErasureLedger();
  const findings: Finding[] = [];
  let [found, batches, entries] = [0, 0, 0];
  const note = (more: readonly Finding[]): void => {
    found += more.length;
    findings.push(...more.slice(0, MOST_FINDINGS - findings.length));
  };
  for await (const sealed of source.headers()) {
    const before = chain.head;
    note(chain.next(sealed));
    const { header } = sealed;
    if (header.no < first || header.no > last) continue;
    const kept = await source.kept(header, before);
    const verdict = verifyBatch(kept);
    note(verdict.findings);
    ledger.missing(header.no, verdict.erased);
    batches += 1;
    entries += kept.entries.length;
  }
  note(chain.end());
  for await (const proven of source.erasures()) if (isProven(proven, trust)) ledger.note(proven.kept.entry);
  note(ledger.end());
  const sealedTo = chain.head?.no ?? 0;
  const anchoredTo = trust.anchors?.last ?? 0;
  return { findings, found, batches, entries, erased: ledger.count, sealedTo, anchoredTo };
};

type Proven = ProvenEntry & {
  readonly kept: Required<KeptEntry> & { readonly entry: NonNullable<KeptEntry['entry']> };
};

/** Whether an entry is what was sealed: its hash leads to the root of its batch, which a known key has signed. */
export const isProven = (proven: ProvenEntry, { keys }: Pick<HeaderTrust, 'keys'>): proven is Proven => {
  const { sealed, kept, proof } = proven;
  const { header } = sealed;
  const key = keys.get(header.keyId);
  const leaf = kept.entry && entryHash(header.digest, kept.entry, kept.opening);
  return (
    key !== undefined &&
    isSignedBy(sealed, key) &&
    leaf !== undefined &&
    provesInclusion(header.digest, leaf, proof, Buffer.from(header.root, 'hex'))
  );
};
