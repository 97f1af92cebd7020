/** A time in which a clock did not run: from the day after `from` through the day of `to`; of hours, to the minute. */
export interface Stop {
  readonly from: string;
  readonly to: string;
  readonly ground: string;
}
