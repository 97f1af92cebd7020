/** A set of rules of one table as bits: rule n is bit n. */
export class RuleSet {
  private constructor(
    readonly size: number,
    private readonly words: Uint32Array,
  ) {}

  static none(size: number): RuleSet {
    return new RuleSet(size, new Uint32Array((size + 31) >>> 5));
  }

  static all(size: number): RuleSet {
    const set = RuleSet.none(size);
    for (let rule = 0; rule < size; rule += 1) set.add(rule);
    return set;
  }

  add(rule: number): void {
    const word = rule >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (rule & 31));
  }

  /** In where it was out, out where it was in. */
  flip(rule: number): void {
    const word = rule >>> 5;
    this.words[word] = (this.words[word] ?? 0) ^ (1 << (rule & 31));
  }

  has(rule: number): boolean {
    return ((this.words[rule >>> 5] ?? 0) & (1 << (rule & 31))) !== 0;
  }

  copy(): RuleSet {
    return new RuleSet(this.size, this.words.slice());
  }

  /** Keeps what both have; in place. */
  keep(other: RuleSet): this {
    for (let at = 0; at < this.words.length; at += 1) {
      this.words[at] = (this.words[at] ?? 0) & (other.words[at] ?? 0);
    }
    return this;
  }

  /** Takes in what the other has; in place. */
  join(other: RuleSet): this {
    for (let at = 0; at < this.words.length; at += 1) {
      this.words[at] = (this.words[at] ?? 0) | (other.words[at] ?? 0);
    }
    return this;
  }

  /** In the order of the table. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.words.length; at += 1) {
      let word = this.words[at] ?? 0;
      while (word !== 0) {
        const bit = 31 - Math.clz32(word & -word);
        yield (at << 5) + bit;
        word &= word - 1;
      }
    }
  }
}
