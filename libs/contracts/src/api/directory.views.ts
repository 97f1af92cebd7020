import type { Text2 } from './page.views.js';

/** Somebody who may be asked: an office, or a person in one of theirs. */
export interface DirectoryEntry {
  readonly kind: 'office' | 'person';
  /** Of the office or person, as `signer` of a countersigning names it. */
  readonly id: string;
  readonly name: Text2;
  /** Of a person: where they hold a post. */
  readonly office?: Text2;
  readonly district: Text2;
}
