interface Entry {
  readonly at: string;
  readonly act: () => Promise<void>;
}

/** What is to happen when, earliest first; of two at the same instant the one that was planned first. */
export class Agenda {
  /** Latest first, so that the next is taken from the end. */
  private readonly entries: Entry[] = [];

  /** `at` is an instant as ISO 8601 in UTC. */
  add(at: string, act: () => Promise<void>): void {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.entries[middle];
      if (other !== undefined && other.at > at) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { at, act });
  }

  /** Takes the next entry, unless it lies after `until`. */
  next(until: string): Entry | undefined {
    const entry = this.entries.at(-1);
    return entry !== undefined && entry.at <= until ? this.entries.pop() : undefined;
  }
}
