/** A day as `YYYY-MM-DD`, without zone: the day as people at the place see it. */
export type CivilDate = string;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01; the unit all counting is done in. */
export const toDayNumber = (date: CivilDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

export const toCivilDate = (day: number): CivilDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

/** The same day `months` later, or the last of that month where it has none (Civil Code art. 202). */
export const addMonths = (day: number, months: number): number => {
  const date = new Date(day * DAY_MS);
  const wanted = date.getUTCDate();
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Math.round((first.getTime() + (Math.min(wanted, last) - 1) * DAY_MS) / DAY_MS);
};
