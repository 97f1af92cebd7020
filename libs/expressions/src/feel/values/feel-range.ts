import type { FeelValue } from './feel-value.js';

/** A range as a value. A null endpoint is unbounded and never included: `(< 10)` is `(null..10)`. */
export class FeelRange {
  constructor(
    readonly low: FeelValue,
    readonly lowIncluded: boolean,
    readonly high: FeelValue,
    readonly highIncluded: boolean,
  ) {}
}
