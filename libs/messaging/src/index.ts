export { DeliveryConsumers } from './delivery-consumers.js';
export { DeliveryQueues } from './delivery-queues.js';
export { OutboxRelay } from './outbox-relay.js';
