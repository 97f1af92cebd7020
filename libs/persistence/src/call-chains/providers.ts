import { CallChainStore } from '@lianban/application';
import { PgCallChainStore } from './pg-call-chain.store.js';

export const callChainAdapters = [{ provide: CallChainStore, useClass: PgCallChainStore }];
