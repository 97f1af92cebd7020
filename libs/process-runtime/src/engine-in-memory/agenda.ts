/** What is to happen at an instant of the virtual clock; `key` is what it is called off by. */
interface Entry {
  readonly key: string;
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

/** What falls due, in order of time and, at one instant, in the order it was noted. */
export class Agenda {
  private readonly entries = new Map<string, Entry>();
  private count = 0;

  note(key: string, at: number, happen: () => void): void {
    this.count += 1;
    this.entries.set(key, { key, at, order: this.count, happen });
  }

  callOff(key: string): void {
    this.entries.delete(key);
  }

  /** The instant of the first entry, in milliseconds. */
  get next(): number | undefined {
    return this.first()?.at;
  }

  /** Takes the first entry that is due at `now`. */
  takeDue(now: number): (() => void) | undefined {
    const entry = this.first();
    if (!entry || entry.at > now) return undefined;
    this.entries.delete(entry.key);
    return entry.happen;
  }

  private first(): Entry | undefined {
    let first: Entry | undefined;
    for (const entry of this.entries.values()) {
      if (!first || entry.at < first.at || (entry.at === first.at && entry.order < first.order))
        first = entry;
    }
    return first;
  }
}
