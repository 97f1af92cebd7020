import type { CivilDate } from './civil-date.js';

/** From the nation inwards: an inner layer has the last word on a day. */
export const LAYERS = ['national', 'province', 'city', 'county', 'office'] as const;

export type LayerName = (typeof LAYERS)[number];

/** What one notice or one authority says about days: the nation, a province, a city, a county or an office. */
export interface CalendarLayer {
  readonly layer: LayerName;
  /** Whose it is: `CN`, a province, the code of a district, the id of an office. */
  readonly code: string;
  readonly version: number;
  /** Offset of local time from UTC, e.g. `+08:00`. China keeps one all year. */
  readonly utcOffset?: string;
  /** Office hours of a working day, in order: `[['08:30', '12:00'], ['14:00', '17:30']]`. */
  readonly officeHours?: readonly (readonly [string, string])[];
  readonly years: Readonly<Record<string, CalendarYear>>;
}

export interface CalendarYear {
  /** The notice it was read from. A national year without one is provisional. */
  readonly source: string;
  readonly off: readonly CivilDate[];
  /** Make-up working days (调休上班日). */
  readonly workOnWeekend: readonly CivilDate[];
  /** What a day is called or why it is off, by day: 国庆节, 台风停工. */
  readonly names?: Readonly<Record<CivilDate, string>>;
}
