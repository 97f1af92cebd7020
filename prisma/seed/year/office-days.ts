const DAY = 86_400_000;
/** China has one time zone and no summer time. */
const EAST = 8 * 3_600_000;
/** Policy default: 08:30–12:00 and 14:00–17:30, in minutes of the day. */
const HOURS = [
  [510, 720],
  [840, 1050],
] as const;
const CLOSE = 1050;
/** 国务院办公厅关于2025年、2026年部分节假日安排的通知: days off, and make-up days (调休上班). */
const NATIONAL = {
  off: `2025-10-01 2025-10-02 2025-10-03 2025-10-04 2025-10-05 2025-10-06 2025-10-07 2025-10-08
    2026-01-01 2026-01-02 2026-01-03 2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-21
    2026-02-22 2026-02-23 2026-04-04 2026-04-05 2026-04-06 2026-05-01 2026-05-02 2026-05-03 2026-05-04 2026-05-05
    2026-06-19 2026-06-20 2026-06-21 2026-09-25 2026-09-26 2026-09-27 2026-10-01 2026-10-02 2026-10-03 2026-10-04
    2026-10-05 2026-10-06 2026-10-07`,
  work: '2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10',
};

/**
 * Office days counted day by day from two lists: deliberately naive, and nothing of it is the product's. Instants are
 * milliseconds since 1970.
 */
export class OfficeDays {
  private readonly off: ReadonlySet<string>;
  private readonly work: ReadonlySet<string>;

  constructor(more: { readonly off: readonly string[]; readonly work: readonly string[] }) {
    this.off = new Set([...NATIONAL.off.split(/\s+/), ...more.off]);
    this.work = new Set([...NATIONAL.work.split(/\s+/), ...more.work]);
  }

  /** Minutes of office hours between two instants. */
  minutes(from: number, to: number): number {
    let sum = 0;
    for (let midnight = midnightOf(from); midnight < to; midnight += DAY) {
      if (!this.isWorking(midnight)) continue;
      for (const [opens, closes] of HOURS) {
        const begins = Math.max(from, midnight + opens * 60_000);
        const ends = Math.min(to, midnight + closes * 60_000);
        if (ends > begins) sum += (ends - begins) / 60_000;
      }
    }
    return sum;
  }

  /** The close of the last of so many working days; the day of the event is not counted. */
  due(from: number, days: number): number {
    let midnight = midnightOf(from);
    for (let left = days; left > 0;) {
      midnight += DAY;
      if (this.isWorking(midnight)) left -= 1;
    }
    return midnight + CLOSE * 60_000;
  }

  private isWorking(midnight: number): boolean {
    const day = localDay(midnight);
    const weekday = new Date(midnight + EAST).getUTCDay();
    return this.work.has(day) || (weekday !== 0 && weekday !== 6 && !this.off.has(day));
  }
}

export const localDay = (at: number): string => new Date(at + EAST).toISOString().slice(0, 10);

const midnightOf = (at: number): number => Math.floor((at + EAST) / DAY) * DAY - EAST;
