import type { SignedHeader } from '@lianban/trail';
import type { AnchorPlace } from './trail-store.port.js';

/** A place outside the database where batches are laid down, so that whoever rules the database cannot rewrite them. */
export interface Anchor {
  readonly place: AnchorPlace;
  /** Returns once they are there for good. Called again with the same batches where it is not known whether they are. */
  put(batches: readonly SignedHeader[]): Promise<void>;
}
