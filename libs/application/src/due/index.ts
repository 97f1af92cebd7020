export type * from './due-store.port.js';
export { DueStore } from './due-store.port.js';
export { DueSweep } from './due-sweep.js';
