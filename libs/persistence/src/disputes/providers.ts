import { DisputeStore } from '@lianban/application';
import { PgDisputeStore } from './pg-dispute.store.js';

export const disputeAdapters = [{ provide: DisputeStore, useClass: PgDisputeStore }];
