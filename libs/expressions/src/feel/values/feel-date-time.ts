import type { FeelDate } from './feel-date.js';
import type { FeelTime } from './feel-time.js';

/** A day and a time of that day; the zone is the time's. */
export class FeelDateTime {
  constructor(
    readonly date: FeelDate,
    readonly time: FeelTime,
  ) {}
}
