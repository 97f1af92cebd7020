import type { CivilDate } from '../civil-date.js';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface ReadDay {
  readonly date: CivilDate;
  readonly kind: 'off' | 'make-up';
  /** What it is called: 国庆节. */
  readonly name?: string;
}

/**
 * What became of one line. `read`: its days were taken; `prose`: it says nothing about days; `unread`: it seems to, and
 * was not understood: a person must look; `refused`: it contradicts itself or the calendar, nothing of it is taken.
 */
export interface LineReading {
  readonly line: number;
  readonly text: string;
  readonly verdict: 'read' | 'prose' | 'unread' | 'refused';
  readonly days: readonly ReadDay[];
  /** Parts of a line that was read, which were not. */
  readonly left: readonly string[];
  readonly why: readonly Words[];
}

/** What a notice or a file says about a year, line by line; nothing is taken over before a person has looked. */
export interface CalendarReading {
  readonly format: 'notice' | 'csv' | 'json' | 'ics';
  readonly year?: number;
  readonly document: { readonly name?: string; readonly number?: string; readonly date?: CivilDate };
  readonly lines: readonly LineReading[];
  readonly off: readonly CivilDate[];
  readonly workOnWeekend: readonly CivilDate[];
  readonly names: Readonly<Record<CivilDate, string>>;
  /** What speaks against the whole: no year, no day, a day both off and worked. */
  readonly problems: readonly Words[];
  /** What a person should know before going on: a holiday that is not named. */
  readonly warnings: readonly Words[];
}
