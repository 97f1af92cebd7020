import { dayNumber, daysOfMonth } from './calendar-days.js';

/** A day of the proleptic Gregorian calendar. Years run from -999,999,999 to 999,999,999. */
export class FeelDate {
  constructor(
    readonly year: number,
    /** 1 to 12. */
    readonly month: number,
    readonly day: number,
  ) {}

  /** Undefined where there is no such day. */
  static of(year: number, month: number, day: number): FeelDate | undefined {
    if (Math.abs(year) > MAX_YEAR || month < 1 || month > 12 || day < 1) return undefined;
    return day <= daysOfMonth(year, month) ? new FeelDate(year, month, day) : undefined;
  }

  /** Days since 1970-01-01. */
  get dayNumber(): number {
    return dayNumber(this.year, this.month, this.day);
  }
}

export const MAX_YEAR = 999_999_999;
