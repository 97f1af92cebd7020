import type { Journal } from './journal.js';

/** Values by id, in the order in which they came; a changed one takes the place of the old. */
export class Store<T extends { readonly id: string }> {
  protected readonly byId = new Map<string, T>();

  constructor(
    items: readonly T[],
    private readonly journal: Journal,
  ) {
    for (const item of items) this.byId.set(item.id, item);
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): T | undefined {
    return this.byId.get(id);
  }

  values(): IterableIterator<T> {
    return this.byId.values();
  }

  set(item: T): T {
    const old = this.byId.get(item.id);
    this.journal.note(() => {
      this.drop(item, old);
      if (old) this.put(old);
    });
    if (old) this.drop(old, item);
    this.put(item);
    return item;
  }

  delete(id: string): boolean {
    const old = this.byId.get(id);
    if (!old) return false;
    this.journal.note(() => this.put(old));
    this.drop(old);
    return true;
  }

  protected put(item: T): void {
    this.byId.set(item.id, item);
  }

  /** `next` takes its place. */
  protected drop(old: T, next?: T): void {
    if (!next) this.byId.delete(old.id);
  }
}
