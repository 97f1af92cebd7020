import { DueStore, StopsUnderReview } from '@lianban/application';
import { PgDueStore } from './pg-due.store.js';
import { PgStopsUnderReview } from './pg-stops-under.review.js';

export const dueAdapters = [
  { provide: DueStore, useClass: PgDueStore },
  { provide: StopsUnderReview, useClass: PgStopsUnderReview },
];
