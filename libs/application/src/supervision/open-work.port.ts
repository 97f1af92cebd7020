import type { Tx } from '../transaction/index.js';

/**
 * The counts of what is open that boards sum up. Whatever changes a task or a case appends its change in its own
 * transaction; boards read counts and changes together and are exact at any time.
 */
export abstract class OpenWork {
  /** Adds the appended changes up, so that there are few to read; answers how many there were. */
  abstract fold(tx: Tx): Promise<number>;
}
