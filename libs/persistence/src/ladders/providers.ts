import { LadderWatchStore } from '@lianban/application';
import { PgLadderWatchStore } from './pg-ladder-watch.store.js';

export const ladderAdapters = [{ provide: LadderWatchStore, useClass: PgLadderWatchStore }];
