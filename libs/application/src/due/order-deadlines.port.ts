import type { Tx } from '../transaction/index.js';

/** Deadlines of answers to 督办单 and letters: rows of `due` of kind `order`, `order:<id>` their ref. */
export abstract class OrderDeadlines {
  /** The deadline passed without an answer: marked once, both offices are told. Nothing where it was answered. */
  abstract lapse(tx: Tx, orderId: string): Promise<void>;
}
