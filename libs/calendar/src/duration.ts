/**
 * A length of business time as a law or a pack states it; never converted into another unit. Hours run around the
 * clock, working hours through office hours alone.
 */
export interface Duration {
  readonly amount: number;
  readonly unit: 'working_day' | 'calendar_day' | 'hour' | 'working_hour' | 'month';
}
