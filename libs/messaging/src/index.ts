export { consumedQueues, DeliveryConsumers } from './delivery-consumers.js';
export { DeliveryQueues } from './delivery-queues.js';
export { redisConnection } from './redis-connection.js';
export { OutboxRelay } from './outbox-relay.js';
