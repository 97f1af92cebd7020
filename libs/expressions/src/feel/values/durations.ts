/** Years and months; a month has no fixed number of days, so the two kinds of duration never mix. */
export class YearMonthDuration {
  constructor(
    /** A safe integer. */
    readonly months: number,
  ) {}
}

/** Days, hours, minutes and seconds; a day is 24 hours. Exact to the nanosecond. */
export class DayTimeDuration {
  constructor(readonly nanos: bigint) {}

  static ofSeconds(seconds: number): DayTimeDuration {
    return new DayTimeDuration(BigInt(seconds) * NANOS);
  }
}

/** Nanoseconds of a second. */
export const NANOS = 1_000_000_000n;
export const NANOS_OF_DAY = 86_400n * NANOS;
/** Beyond any difference of two dates; a duration that grows over it is null. */
export const MAX_NANOS = 10n ** 27n;
