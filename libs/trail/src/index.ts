export { type Digest, DIGESTS } from './digest.js';
export { comesBefore, ERASURE_ACT, PERSONAL_FIELDS } from './trail-entry.js';
export type { ErasedFields, PersonalField, Position, TrailEntry } from './trail-entry.js';
export { entryHash, erase, type Opening } from './entry-seal.js';
export { type InclusionProof, MerkleTree, provesInclusion } from './merkle-tree.js';
export { type BatchHeader, headerHash, keyIdOf, type SignedHeader } from './batch-header.js';
export { type EntrySeal, sealBatch, type SealedBatch } from './seal-batch.js';
export { type Finding, FINDING_KINDS } from './finding.js';
export { AnchorBook, anchorLine } from './anchor-book.js';
export { HeaderVerifier, type HeaderTrust } from './header-verifier.js';
export { type KeptBatch, type KeptEntry, verifyBatch } from './batch-verifier.js';
export { ErasureLedger } from './erasure-ledger.js';
export {
  isProven,
  type Period,
  type ProvenEntry,
  type TrailSource,
  type TrailVerdict,
  verifyTrail,
} from './verify-trail.js';
