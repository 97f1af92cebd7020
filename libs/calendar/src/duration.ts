/** A length of business time as a law or a pack states it; never converted into another unit. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'working_day' | 'calendar_day' | 'hour' | 'month';
}
