import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { canonicalText } from './canonical-text.js';
import { DIGESTS } from './digest.js';
import { entryHash, erase } from './entry-seal.js';
import { AnchorBook, anchorLine } from './anchor-book.js';
import { type KeptEntry, verifyBatch } from './batch-verifier.js';
import { ErasureLedger } from './erasure-ledger.js';
import { headerHash, keyIdOf } from './batch-header.js';
import { HeaderVerifier } from './header-verifier.js';
import { MerkleTree, provesInclusion } from './merkle-tree.js';
import { sealBatch } from './seal-batch.js';
import { PERSONAL_FIELDS, type TrailEntry } from './trail-entry.js';

const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
const keys = new Map([[keyIdOf(publicKey), publicKey]]);
const sealedAt = '2026-03-02T01:00:00.000Z';
const entryOf = (no: number, more: Partial<TrailEntry> = {}): TrailEntry => ({
  id: `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`,
  tenant: '330900',
  at: '2026-03-02T01:00:00.000001Z',
  recordedAt: '2026-03-02T01:00:00.000002Z',
  xid: String(700 + no),
  act: 'task.completed',
  actorKind: 'person',
  actorId: 'a',
  actorName: '经办人甲',
  officeId: 'dinghai.health',
  post: null,
  onBehalfOf: null,
  caseId: null,
  objectKind: 'task',
  objectId: 't',
  ground: '材料齐全',
  address: '127.0.0.1',
  correlationId: null,
  planHash: null,
  before: null,
  after: '{"amount": 12345678901234567890}',
  ...more,
});

describe('the hashes', () => {
  it('are those of the standards', () => {
    // GB/T 32905-2016, annex A.
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    expect(createHash('sm3').update('abcd'.repeat(16)).digest('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
    // RFC 8785 §3.2.3.
    expect(canonicalText({ b: [56, { d: true }], a: '\u20ac$\u000f', '1': 1e30 })).toBe(
      '{"1":1e+30,"a":"€$\\u000f","b":[56,{"d":true}]}',
    );
  });

  it('make the tree of RFC 6962: a leaf can not pass for a node, an odd one goes up as it is', () => {
    const hash = (...parts: readonly (string | Buffer)[]): Buffer =>
      parts.reduce((it, part) => it.update(part), createHash('sha256')).digest();
    const [a, b, c] = ['a', 'b', 'c'].map((text) => hash('\u0000', text)) as [Buffer, Buffer, Buffer];
    expect(new MerkleTree('sha256', [a, b, c]).root).toEqual(hash('\u0001', hash('\u0001', a, b), c));
  });

  it('prove each leaf at its place and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.nat(),
        fc.constantFrom(...DIGESTS),
        (size, at, digest) => {
          const leaves = Array.from({ length: size }, (_, no) =>
            createHash('sha256').update(`${no}`).digest(),
          );
          const tree = new MerkleTree(digest, leaves);
          const index = at % size;
          const proof = tree.proofOf(index);
          const leaf = leaves[index] ?? Buffer.of();
          expect(provesInclusion(digest, leaf, proof, tree.root)).toBe(true);
          expect(provesInclusion(digest, Buffer.from('else'), proof, tree.root)).toBe(false);
          if (size > 1)
            expect(provesInclusion(digest, leaf, { ...proof, index: (index + 1) % size }, tree.root)).toBe(
              false,
            );
        },
      ),
    );
  });
});

describe.each(DIGESTS)('a batch sealed with %s', (digest) => {
  const entries = Array.from({ length: 9 }, (_, no) => entryOf(no + 1));
  const sealed = sealBatch({ head: undefined, entries, sealedAt, digest, key });
  const kept = sealed.seals.map(({ salt, ...seal }, index): KeptEntry => ({
    ...seal,
    opening: { salt },
    entry: entries[index],
  }));
  const whole = { header: sealed.header, after: undefined, entries: kept, strays: [] };

  it('is valid as it is', () => {
    expect(verifyBatch(whole)).toEqual({ findings: [], erased: [] });
    const chain = new HeaderVerifier({ keys });
    expect(chain.next(sealed)).toEqual([]);
    expect(chain.end()).toEqual([]);
  });

  it('names the entry one field of which was changed, whichever it is', () => {
    for (const field of Object.keys(entryOf(1)) as (keyof TrailEntry)[]) {
      const changed = kept.with(4, { ...kept[4]!, entry: { ...entryOf(5), [field]: '999' } });
      expect(verifyBatch({ ...whole, entries: changed }).findings).toContainEqual({
        kind: 'edited',
        batch: 1,
        seq: 5,
        entryId: entryOf(5).id,
      });
    }
  });

  it('stays valid when personal data go, and only then', () => {
    fc.assert(
      fc.property(
        fc.subarray([...PERSONAL_FIELDS], { minLength: 1 }),
        fc.subarray([...PERSONAL_FIELDS]),
        (first, more) => {
          const [seal, entry] = [sealed.seals[2]!, entryOf(3)];
          const blank = Object.fromEntries(
            [...first, ...more].map((field) => [field, field === 'actorName' ? '' : null]),
          );
          const once = erase(digest, entry, { salt: seal.salt }, first);
          const after = { ...entry, ...Object.fromEntries(first.map((field) => [field, blank[field]])) };
          const opening = erase(digest, after, once, more);
          const left = { ...after, ...blank };
          expect(entryHash(digest, left, opening)?.toString('hex')).toBe(seal.hash);
          expect(JSON.stringify(opening)).not.toContain(seal.salt);
          // What is put into an erased field is not what was sealed.
          for (const field of first.filter((it) => entry[it] !== null))
            expect(entryHash(digest, { ...left, [field]: '乙' }, opening)).toBeUndefined();
        },
      ),
    );
  });

  it('asks an erasure for its ground', () => {
    const opening = erase(digest, entryOf(3), { salt: sealed.seals[2]!.salt }, ['ground']);
    const erased = kept.with(2, { ...kept[2]!, opening, entry: { ...entryOf(3), ground: null } });
    const verdict = verifyBatch({ ...whole, entries: erased });
    expect(verdict.findings).toEqual([]);
    const ledger = new ErasureLedger();
    ledger.missing(1, verdict.erased);
    expect(ledger.end()).toEqual([{ kind: 'erased-unfounded', batch: 1, seq: 3, entryId: entryOf(3).id }]);
    const after = JSON.stringify({ entries: { [entryOf(3).id]: ['ground'] } });
    ledger.note(entryOf(20, { act: 'trail.erased', after }));
    expect(ledger.end()).toEqual([]);
  });

  it('follows the one before it, and an anchor tells of every other story', () => {
    const next = (no: number, more: Partial<TrailEntry> = {}) =>
      sealBatch({ head: sealed.header, entries: [entryOf(no, more)], sealedAt, digest, key });
    const [second, other] = [next(20), next(20, { ground: '另' })];
    const third = sealBatch({ head: second.header, entries: [entryOf(30)], sealedAt, digest, key });
    const anchors = new AnchorBook();
    for (const batch of [sealed, second, third]) anchors.add(anchorLine(batch));
    anchors.add('{"header":{"no":4'); // torn by a crash
    const found = (...batches: Parameters<HeaderVerifier['next']>[0][]) => {
      const chain = new HeaderVerifier({ keys, anchors });
      return [...batches.flatMap((batch) => chain.next(batch)), ...chain.end()];
    };
    expect(found(sealed, second, third)).toEqual([]);
    expect(found(sealed, second)).toEqual([{ kind: 'tail-cut', batch: 3, toBatch: 3 }]);
    expect(found(sealed, other)).toEqual([
      { kind: 'rolled-back', batch: 2 },
      { kind: 'tail-cut', batch: 3, toBatch: 3 },
    ]);
    expect(found(sealed, third)).toEqual([{ kind: 'deleted', batch: 2, toBatch: 2 }]);
    const changed = { ...second, header: { ...second.header, sealedAt: 'x' } };
    expect(found(sealed, changed, third)).toEqual([
      { kind: 'signature-wrong', batch: 2 },
      { kind: 'replaced', batch: 2 },
      { kind: 'header-edited', batch: 3 },
    ]);
    const stranger = generateKeyPairSync('ed25519').privateKey;
    expect(
      found(sealBatch({ head: undefined, entries, sealedAt, digest, key: stranger }), second, third)[0],
    ).toEqual({ kind: 'key-unknown', batch: 1 });
    expect(headerHash(second.header)).not.toBe(headerHash(other.header));
  });
});
