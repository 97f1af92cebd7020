/** Ids by a key, made when it is first asked for and kept up to date from then on. */
export class Grouping<T extends { readonly id: string }> {
  private groups: Map<string, Set<string>> | undefined;

  constructor(
    private readonly all: () => Iterable<T>,
    private readonly keyOf: (item: T) => string | undefined,
  ) {}

  of(key: string): ReadonlySet<string> {
    if (!this.groups) {
      this.groups = new Map();
      for (const item of this.all()) this.add(item);
    }
    return this.groups.get(key) ?? NONE;
  }

  add(item: T): void {
    const key = this.keyOf(item);
    if (!this.groups || key === undefined) return;
    const group = this.groups.get(key);
    if (group) group.add(item.id);
    else this.groups.set(key, new Set([item.id]));
  }

  /** Keeps its turn in the group where `next` has the same key. */
  remove(item: T, next?: T): void {
    const key = this.keyOf(item);
    if (!this.groups || key === undefined || (next && this.keyOf(next) === key)) return;
    this.groups.get(key)?.delete(item.id);
  }
}

const NONE: ReadonlySet<string> = new Set();
