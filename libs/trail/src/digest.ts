import { createHash } from 'node:crypto';

/**
 * The hash of a trail: SHA-256 (FIPS 180-4), or SM3 (GB/T 32905-2016) where an office must use commercial cryptography
 * 商用密码. Both give 32 bytes. A batch names its own, so a trail may change from one to the other.
 */
export const DIGESTS = ['sha256', 'sm3'] as const;
export type Digest = (typeof DIGESTS)[number];

/**
 * What a hash is of. No text of one kind can stand for another: leaf and node are those of RFC 6962 §2.1, without which
 * the inside of a tree could be passed off as an entry.
 */
export const DOMAIN = { leaf: 0, node: 1, commitment: 2, header: 3 } as const;

/** @throws where the OpenSSL of this Node was built without the digest. */
export const hashOf = (
  digest: Digest,
  domain: keyof typeof DOMAIN,
  ...parts: readonly (Buffer | string)[]
): Buffer => {
  const hash = createHash(digest).update(Buffer.of(DOMAIN[domain]));
  for (const part of parts) hash.update(part);
  return hash.digest();
};
