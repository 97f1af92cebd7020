import type { Zone } from './zone.js';

/** A time of day, with the zone it is meant in if it has one. */
export class FeelTime {
  constructor(
    readonly hour: number,
    readonly minute: number,
    readonly second: number,
    /** 0 to 999,999,999: the part of the second. */
    readonly nanos: number,
    readonly zone: Zone | null,
  ) {}

  static of(
    hour: number,
    minute: number,
    second: number,
    nanos = 0,
    zone: Zone | null = null,
  ): FeelTime | undefined {
    const valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    return valid ? new FeelTime(hour, minute, second, nanos, zone) : undefined;
  }

  /** Since midnight. */
  get secondOfDay(): number {
    return this.hour * 3600 + this.minute * 60 + this.second;
  }

  withZone(zone: Zone | null): FeelTime {
    return new FeelTime(this.hour, this.minute, this.second, this.nanos, zone);
  }
}
