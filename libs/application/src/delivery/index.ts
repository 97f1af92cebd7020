export type { OutboxRow } from './outbox-store.port.js';
export { OutboxStore } from './outbox-store.port.js';
export { Deliver, deliverable } from './deliver.js';
