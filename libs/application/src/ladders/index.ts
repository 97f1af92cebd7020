export type * from './ladder-watch-store.port.js';
export { LadderWatchStore } from './ladder-watch-store.port.js';
export { LadderWatch } from './ladder-watch.js';
