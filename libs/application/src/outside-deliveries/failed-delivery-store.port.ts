import type {
  FailedDeliveriesRequest,
  FailedDelivery,
  OutsideDeliveryParams,
  Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

export abstract class FailedDeliveryStore {
  /** Those given up last, newest first. */
  abstract list(tx: Tx, actor: Actor, page: FailedDeliveriesRequest): Promise<Page<FailedDelivery>>;
  /** To be tried from the beginning, with its row of the trail; false where it was not given up. */
  abstract retry(tx: Tx, actor: Actor, delivery: OutsideDeliveryParams): Promise<boolean>;
}
