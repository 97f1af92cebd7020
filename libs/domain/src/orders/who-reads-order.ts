import type { OrderFacts, OrderState } from './supervision-order.js';

const UNSERVED: readonly OrderState[] = ['drafted', 'withdrawn', 'issued'];

/** Whether it took effect on the unit it is addressed to (送达). */
export const isServed = (state: OrderState): boolean => !UNSERVED.includes(state);

/** A paper is between who issues it and whom it is served on; before service the unit knows nothing of it. */
export const mayReadOrder = (
  order: Pick<OrderFacts, 'issuingOffice' | 'addressedOffice' | 'state'>,
  reader: { readonly officeIds: readonly string[]; readonly oversees: boolean },
): boolean =>
  reader.oversees ||
  reader.officeIds.includes(order.issuingOffice) ||
  (reader.officeIds.includes(order.addressedOffice) && isServed(order.state));
