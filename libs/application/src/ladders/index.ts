export type * from './ladder-watch-store.port.js';
export { LadderWatchStore } from './ladder-watch-store.port.js';
export { LadderWatch } from './ladder-watch.js';
export type * from './ladder-store.port.js';
export { LadderStore } from './ladder-store.port.js';
export {
  DiscardLadderDraftCommand,
  DryRunLadderQuery,
  GetLadderWatchQuery,
  ListLaddersQuery,
  PublishLadderCommand,
  SaveLadderDraftCommand,
} from './ladders.commands.js';
export { ladderProviders } from './providers.js';
