import { headerHash, type SignedHeader } from './batch-header.js';

/** One line of an anchor: a signed header and nothing else, so that the anchor can be judged alone. */
export const anchorLine = ({ header, signature }: SignedHeader): string =>
  `${JSON.stringify({ header, signature })}\n`;

/**
 * What was anchored outside the database, read from the lines of an anchor. A line that was torn by a crash is followed
 * by a whole one of the same batch, so what cannot be read is passed over; a batch that is then in no line is missed.
 */
export class AnchorBook {
  private readonly hashes = new Map<number, Set<string>>();
  private highest = 0;

  add(line: string): void {
    const read = headerOf(line);
    if (read === undefined) return;
    const { no } = read.header;
    const known = this.hashes.get(no) ?? new Set();
    this.hashes.set(no, known.add(headerHash(read.header)));
    this.highest = Math.max(this.highest, no);
  }

  /** The highest batch that was ever anchored; 0 where none was. */
  get last(): number {
    return this.highest;
  }

  /** Hashes of the headers that were anchored under a number: more than one where the trail forked. */
  hashesOf(no: number): ReadonlySet<string> {
    return this.hashes.get(no) ?? new Set();
  }
}

const headerOf = (line: string): SignedHeader | undefined => {
  try {
    const read = JSON.parse(line) as Partial<SignedHeader> | null;
    return typeof read?.header?.no === 'number' ? (read as SignedHeader) : undefined;
  } catch {
    return undefined;
  }
};
