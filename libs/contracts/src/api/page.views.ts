export interface Text2 {
  readonly zh: string;
  readonly en: string;
}

/** A keyset page. `next` is opaque; absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
