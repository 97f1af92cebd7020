import type { FailedDelivery, OutsideDeliveryParams } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

export abstract class FailedDeliveryStore {
  /** Those given up last, newest first. */
  abstract list(tx: Tx, actor: Actor, limit: number): Promise<readonly FailedDelivery[]>;
  /** To be tried from the beginning; false where it was not given up. */
  abstract retry(tx: Tx, actor: Actor, delivery: OutsideDeliveryParams): Promise<boolean>;
}
