export { PersistenceModule } from './persistence.module.js';
export { listenToBell, OutboxBell } from './delivery/outbox-bell.js';
