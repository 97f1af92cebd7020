import { TrailStore } from '@lianban/application';
import { PgTrailStore } from './pg-trail.store.js';

export const trailAdapters = [{ provide: TrailStore, useClass: PgTrailStore }];
