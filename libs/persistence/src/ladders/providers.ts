import { LadderStore, LadderWatchStore } from '@lianban/application';
import { PgLadderWatchStore } from './pg-ladder-watch.store.js';
import { PgLadderStore } from './pg-ladder.store.js';

export const ladderAdapters = [
  { provide: LadderStore, useClass: PgLadderStore },
  { provide: LadderWatchStore, useClass: PgLadderWatchStore },
];
