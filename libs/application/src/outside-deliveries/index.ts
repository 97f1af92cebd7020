import { ListFailedDeliveriesHandler, RetryDeliveryHandler } from './failed-deliveries.handlers.js';

export { ListFailedDeliveriesQuery, RetryDeliveryCommand } from './failed-deliveries.handlers.js';
export type { DeliveryFailure } from './delivery-failure.js';
export { FailedDeliveryStore } from './failed-delivery-store.port.js';
export const outsideDeliveryProviders = [ListFailedDeliveriesHandler, RetryDeliveryHandler];
