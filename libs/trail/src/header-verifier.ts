import type { KeyObject } from 'node:crypto';
import type { AnchorBook } from './anchor-book.js';
import {
  type BatchHeader,
  headerHash,
  isSignedBy,
  NOTHING_BEFORE,
  type SignedHeader,
} from './batch-header.js';
import type { Finding } from './finding.js';

export interface HeaderTrust {
  /** Public keys by their ids: whoever verifies decides which. */
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** What was anchored; without it, nothing that a holder of key and database does can be found. */
  readonly anchors?: AnchorBook;
  /** The highest batch that the database says was anchored. */
  readonly anchoredTo?: number;
}

/** Follows the chain of batches: takes signed headers in order and says of each what is wrong. */
export class HeaderVerifier {
  constructor(
    private readonly trust: HeaderTrust,
    /** The header before the first that is given; none at the beginning of the trail. */
    private before?: BatchHeader,
  ) {}

  /** The last header that was given. */
  get head(): BatchHeader | undefined {
    return this.before;
  }

  next(sealed: SignedHeader): readonly Finding[] {
    const { header } = sealed;
    const { no } = header;
    const findings: Finding[] = [];
    const expected = (this.before?.no ?? 0) + 1;
    if (no > expected) findings.push({ kind: 'deleted', batch: expected, toBatch: no - 1 });
    else {
      const previous = this.before === undefined ? NOTHING_BEFORE : headerHash(this.before);
      const follows =
        no === expected &&
        header.previous === previous &&
        header.firstSeq === (this.before?.lastSeq ?? 0) + 1 &&
        header.lastSeq >= header.firstSeq;
      if (!follows) findings.push({ kind: 'header-edited', batch: no });
    }
    const key = this.trust.keys.get(header.keyId);
    const isSigned = key !== undefined && isSignedBy(sealed, key);
    if (key === undefined) findings.push({ kind: 'key-unknown', batch: no });
    else if (!isSigned) findings.push({ kind: 'signature-wrong', batch: no });
    this.before = header;
    return [...findings, ...this.againstAnchors(header, isSigned)];
  }

  /** To be asked once all headers up to the newest were given. */
  end(): readonly Finding[] {
    const last = this.before?.no ?? 0;
    const anchored = Math.max(this.trust.anchors?.last ?? 0, this.trust.anchoredTo ?? 0);
    return anchored > last ? [{ kind: 'tail-cut', batch: last + 1, toBatch: anchored }] : [];
  }

  private againstAnchors(header: BatchHeader, isSigned: boolean): readonly Finding[] {
    const { anchors, anchoredTo = 0 } = this.trust;
    if (anchors === undefined) return [];
    const anchored = anchors.hashesOf(header.no);
    if (anchored.size === 0)
      return header.no <= Math.max(anchors.last, anchoredTo)
        ? [{ kind: 'anchor-missing', batch: header.no }]
        : [];
    if (!anchored.has(headerHash(header)))
      return [{ kind: isSigned ? 'rolled-back' : 'replaced', batch: header.no }];
    return anchored.size > 1 ? [{ kind: 'rolled-back', batch: header.no }] : [];
  }
}
