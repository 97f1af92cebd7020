import { toCivilDate, weekdayOf } from './civil-date.js';
import type { Derivation } from './derivation.js';
import type { Duration } from './duration.js';
import { toLocalTime } from './local-time.js';
import type { WorkingCalendar } from './working-calendar.js';

const ZH_WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const EN_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const EN_MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const ZH_UNITS = {
  working_day: '个工作日',
  calendar_day: '日',
  hour: '小时',
  working_hour: '个工作小时',
  month: '个月',
} as const;
const EN_UNITS = {
  working_day: 'working day',
  calendar_day: 'calendar day',
  hour: 'hour',
  working_hour: 'working hour',
  month: 'month',
} as const;

const zhDay = (day: number): string => {
  const date = toCivilDate(day);
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（${ZH_WEEKDAYS[weekdayOf(day)] ?? ''}）`;
};

const enDay = (day: number): string => {
  const date = toCivilDate(day);
  return `${EN_WEEKDAYS[weekdayOf(day)] ?? ''} ${Number(date.slice(8))} ${EN_MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
};

/** A day as people write it: `11月27日（周五）`, `Fri 27 Nov`. */
export const dayInWords = (day: number): { readonly zh: string; readonly en: string } => ({
  zh: zhDay(day),
  en: enDay(day),
});

/** The hour of an instant as people at the place read it: `17:30`. */
export const hourInWords = (calendar: WorkingCalendar, instant: string): string => {
  const { minute } = toLocalTime(calendar, instant);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(minute / 60)}:${two(minute % 60)}`;
};

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A length as people write it: `10个工作日`, `10 working days`. */
export const durationInWords = ({ amount, unit }: Duration): Words => ({
  zh: `${amount}${ZH_UNITS[unit]}`,
  en: `${amount} ${EN_UNITS[unit]}${amount === 1 ? '' : 's'}`,
});

/** The sum a clerk opens: what was counted, what was passed over and why, and where it ends. */
export const explainDue = (
  derivation: Derivation,
  closing: string,
  /** What the ground of a stop is called. */
  groundOf: (ground: string) => Words | undefined = () => undefined,
): Words => {
  const { duration, startDay, dueDay, skipped, makeUpDays, rolledFrom, leastAfterStop, extended } =
    derivation;
  // Hours run from the event itself; days from the day after it (Civil Code art. 201).
  const inHours = duration.unit === 'hour' || duration.unit === 'working_hour';
  const length = durationInWords(duration);
  const zh = [`自${zhDay(startDay)}${inHours ? '起' : '次日起'}${length.zh}`];
  const en = [`${length.en} from ${enDay(startDay)}`];
  for (const { fromDay, toDay, why, ground } of skipped) {
    const one = fromDay === toDay;
    const zhRun = one ? zhDay(fromDay) : `${zhDay(fromDay)}至${zhDay(toDay)}`;
    const enRun = one ? enDay(fromDay) : `${enDay(fromDay)} to ${enDay(toDay)}`;
    const words = ground === undefined ? undefined : groundOf(ground);
    zh.push(why === 'off' ? `${zhRun}放假` : `${zhRun}中止不计${words ? `（${words.zh}）` : ''}`);
    en.push(why === 'off' ? `${enRun} off` : `${enRun} stopped, not counted${words ? ` (${words.en})` : ''}`);
  }
  if (extended) {
    const by = durationInWords(extended.by);
    zh.push(`依${extended.basis}自${zhDay(extended.fromDay)}起延长${by.zh}`);
    en.push(`extended from ${enDay(extended.fromDay)} by ${by.en} under ${extended.basis}`);
  }
  if (rolledFrom !== undefined) {
    zh.push(`${zhDay(rolledFrom)}非工作日，顺延`);
    en.push(`${enDay(rolledFrom)} is no working day, rolled forward`);
  }
  if (derivation.standsOnDayOff) {
    zh.push('末日非工作日，依规定不顺延');
    en.push('the last day is no working day, and its basis does not move it');
  }
  if (leastAfterStop !== undefined) {
    const { day, days } = leastAfterStop;
    zh.push(`${zhDay(day)}恢复后至少留${days}个工作日`);
    en.push(`at least ${days} working day${days === 1 ? '' : 's'} after it ran again on ${enDay(day)}`);
  }
  const makeUp = makeUpDays.includes(dueDay);
  return {
    zh: `${zh.join('，')}：${zhDay(dueDay)} ${closing}${makeUp ? '（调休上班日）' : ''}`,
    en: `${en.join(', ')}: ${enDay(dueDay)} ${closing}${makeUp ? ', a make-up working day' : ''}`,
  };
};
