import type { FeelValue } from './feel-value.js';

/** Names to values, in the order of insertion. */
export abstract class FeelContext {
  /** Undefined where there is no such entry; null is a value. */
  abstract get(name: string): FeelValue | undefined;
  abstract keys(): Iterable<string>;
  abstract get size(): number;

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  static of(entries: Iterable<readonly [string, FeelValue]>): FeelContext {
    return new MapContext(new Map(entries));
  }

  /** Takes the map as it is: nobody may change it afterwards. */
  static over(entries: ReadonlyMap<string, FeelValue>): FeelContext {
    return new MapContext(entries);
  }
}

class MapContext extends FeelContext {
  constructor(private readonly entries: ReadonlyMap<string, FeelValue>) {
    super();
  }

  override get(name: string): FeelValue | undefined {
    return this.entries.get(name);
  }

  override keys(): Iterable<string> {
    return this.entries.keys();
  }

  override get size(): number {
    return this.entries.size;
  }
}
