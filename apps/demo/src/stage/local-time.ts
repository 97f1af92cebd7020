const ZONE_MS = 8 * 3_600_000;
const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** A minute on an office's wall clock, `2026-03-02 08:30`, always +08:00: how stories speak of time. */
export type LocalMinute = string;

export const instantOf = (local: LocalMinute): string =>
  new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString();

export const localMinute = (instant: string): LocalMinute =>
  new Date(Date.parse(instant) + ZONE_MS).toISOString().slice(0, 16).replace('T', ' ');

export const localDay = (instant: string): string => localMinute(instant).slice(0, 10);

/** "Mon 03-02 08:30". */
export const withWeekday = (local: LocalMinute, language: 'zh' | 'en'): string =>
  `${weekdays[language][new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay()]} ${local.slice(5)}`;
