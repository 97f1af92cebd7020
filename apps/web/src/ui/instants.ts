import type { Language } from '../i18n/language.js';

/** Offices and their clocks are in China, whatever the computer in front of the reader is set to. */
const zone = 'Asia/Shanghai';

const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language}${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: zone, ...options });
    formats.set(key, made);
  }
  return made;
};
const formats = new Map<string, Intl.DateTimeFormat>();

const part = (language: Language, instant: Date, options: Intl.DateTimeFormatOptions): string =>
  format(language, options).format(instant);

/** `2026-03-02` in office time: for comparing days, not for reading. */
export const dayKey = (instant: string | Date): string =>
  format('en', { year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(new Date(instant))
    .split('/')
    .toReversed()
    .join('-');

const timeOf = (language: Language, instant: Date): string =>
  part(language, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `3月2日 周一`, `Mon 2 Mar`; the year only where it is not the year of `now`. */
export function dateText(language: Language, instant: string | Date, now: Date): string {
  const at = new Date(instant);
  const otherYear = dayKey(at).slice(0, 4) !== dayKey(now).slice(0, 4);
  const weekday = part(language, at, { weekday: 'short' });
  const year = otherYear ? ({ year: 'numeric' } as const) : {};
  return language === 'zh'
    ? `${part('zh', at, { ...year, month: 'long', day: 'numeric' })} ${weekday}`
    : `${weekday} ${part('en', at, { ...year, day: 'numeric', month: 'short' })}`;
}

export const dateTimeText = (language: Language, instant: string | Date, now: Date): string =>
  `${dateText(language, instant, now)} ${timeOf(language, new Date(instant))}`;

const dayMs = 24 * 3600 * 1000;

/** Monday of the week of a day, as a day key. */
const mondayOf = (day: string): number => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs;
};

export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'waiting';

/** Where a task stands in the list; a stopped clock waits on others and is not urgent. */
export function dueGroup(
  row: { readonly mark: string; readonly dueAt?: string | undefined },
  now: Date,
): DueGroup {
  if (row.mark === 'overdue') return 'overdue';
  if (row.mark === 'paused') return 'waiting';
  if (row.dueAt === undefined) return 'later';
  const [due, today] = [dayKey(row.dueAt), dayKey(now)];
  if (due <= today) return 'today';
  return mondayOf(due) === mondayOf(today) ? 'week' : 'later';
}
