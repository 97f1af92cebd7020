export { PersistenceModule } from './persistence.module.js';
export { listenToBells } from './delivery/listen-to-bells.js';
export { OutboxBell } from './delivery/outbox-bell.js';
