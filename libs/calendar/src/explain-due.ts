import { toCivilDate, weekdayOf } from './civil-date.js';
import type { Derivation } from './due-instant.js';

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

const ZH_UNITS = { working_day: '个工作日', calendar_day: '日', hour: '小时', month: '个月' } as const;
const EN_UNITS = {
  working_day: 'working day',
  calendar_day: 'calendar day',
  hour: 'hour',
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

/** The sum a clerk opens: what was counted, what was passed over and why, and where it ends. */
export const explainDue = (
  derivation: Derivation,
  closing: string,
): { readonly zh: string; readonly en: string } => {
  const { duration, startDay, dueDay, skipped, makeUpDays, rolledFrom, leastAfterStop } = derivation;
  // Hours run from the event itself; days from the day after it (Civil Code art. 201).
  const since = duration.unit === 'hour' ? '起' : '次日起';
  const zh = [`自${zhDay(startDay)}${since}${duration.amount}${ZH_UNITS[duration.unit]}`];
  const en = [
    `${duration.amount} ${EN_UNITS[duration.unit]}${duration.amount === 1 ? '' : 's'} from ${enDay(startDay)}`,
  ];
  for (const run of skipped) {
    const one = run.fromDay === run.toDay;
    const zhRun = one ? zhDay(run.fromDay) : `${zhDay(run.fromDay)}至${zhDay(run.toDay)}`;
    const enRun = one ? enDay(run.fromDay) : `${enDay(run.fromDay)} to ${enDay(run.toDay)}`;
    zh.push(run.why === 'off' ? `${zhRun}放假` : `${zhRun}中止不计`);
    en.push(run.why === 'off' ? `${enRun} off` : `${enRun} stopped, not counted`);
  }
  if (rolledFrom !== undefined) {
    zh.push(`${zhDay(rolledFrom)}非工作日，顺延`);
    en.push(`${enDay(rolledFrom)} is no working day, rolled forward`);
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
