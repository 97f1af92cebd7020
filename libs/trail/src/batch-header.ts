import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalText } from './canonical-text.js';
import { type Digest, hashOf } from './digest.js';
import type { Position } from './trail-entry.js';

/** A batch of entries, sealed together: numbered without gaps from 1, as its entries are. */
export interface BatchHeader {
  readonly version: 1;
  readonly no: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Root of the tree over the hashes of its entries, hexadecimal. */
  readonly root: string;
  /** Hash of the header before it; of the first, 64 zeros. */
  readonly previous: string;
  /** Position of its last entry: no entry up to here is missing, so one that turns up later was inserted. */
  readonly last: Position;
  readonly sealedAt: string;
  readonly digest: Digest;
  readonly keyId: string;
}

export interface SignedHeader {
  readonly header: BatchHeader;
  /** Ed25519, base64. */
  readonly signature: string;
}

export const NOTHING_BEFORE = '0'.repeat(64);

/** A signature is of nothing but the header of a batch, whatever else the key may sign. */
const signed = (header: BatchHeader): Buffer =>
  Buffer.from(`lianban trail batch v1\n${canonicalText(header)}`);

export const headerHash = (header: BatchHeader): string =>
  hashOf(header.digest, 'header', canonicalText(header)).toString('hex');

/** A key is called by the SHA-256 of what it is, so that nobody can lend its name to another. */
export const keyIdOf = (key: KeyObject): string => {
  const shown = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(shown.export({ type: 'spki', format: 'der' }))
    .digest('hex');
};

export const signHeader = (header: BatchHeader, key: KeyObject): SignedHeader => ({
  header,
  signature: sign(null, signed(header), key).toString('base64'),
});

export const isSignedBy = ({ header, signature }: SignedHeader, publicKey: KeyObject): boolean =>
  verify(null, signed(header), publicKey, Buffer.from(signature, 'base64'));
