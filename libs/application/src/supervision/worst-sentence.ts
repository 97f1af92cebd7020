import {
  type WorkingCalendar,
  dayInWords,
  explainDue,
  hourInWords,
  readLedger,
  toLocalTime,
} from '@lianban/calendar';
import type { Text2 } from '@lianban/contracts';
import type { LadderBook } from '@lianban/domain';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { WorstTask } from './board-reader.port.js';

/** Who holds it, since when, why due then, which rung next: the worst case in one sentence. */
export const worstSentence = (
  worst: WorstTask,
  clock: ClockDefinition | undefined,
  ladders: LadderBook,
  calendar: WorkingCalendar,
  now: string,
): Text2 => {
  const { title, step, office, holder } = worst;
  const parts = [
    held(worst, calendar, now),
    due(worst, clock, calendar, now),
    next(worst, ladders, calendar, now),
  ].filter((part) => part !== undefined);
  const who = {
    zh: holder ? `${office.zh}（${holder.zh}）` : office.zh,
    en: holder ? `${office.en} (${holder.en})` : office.en,
  };
  return {
    zh: `“${title}”的“${step.zh}”由${who.zh}${parts.map(({ zh }) => zh).join('；')}。`,
    en: `"${step.en}" of ${title}: ${who.en} ${parts.map(({ en }) => en).join('; ')}.`,
  };
};

const held = ({ heldSince }: WorstTask, calendar: WorkingCalendar, now: string): Text2 => {
  const since = toLocalTime(calendar, heldSince).day;
  const today = toLocalTime(calendar, now).day;
  const days = calendar.workingDaysBetween(since, today);
  const word = dayInWords(since);
  if (days <= 0) return { zh: `自${word.zh}起承办`, en: `has held it since ${word.en}` };
  return {
    zh: `自${word.zh}起承办，已${days}个工作日`,
    en: `has held it since ${word.en}, ${workingDays(days)}`,
  };
};

const due = (
  { dueAt, clock: armed }: WorstTask,
  clock: ClockDefinition | undefined,
  calendar: WorkingCalendar,
  now: string,
): Text2 => {
  const late = Date.parse(dueAt) < Date.parse(now);
  const [from, to] = late ? [dueAt, now] : [now, dueAt];
  const days = calendar.workingDaysBetween(toLocalTime(calendar, from).day, toLocalTime(calendar, to).day);
  const at = dayTime(calendar, dueAt);
  const left: Text2 = late
    ? {
        zh: days > 0 ? `已超期${days}个工作日` : '今天超期',
        en: days > 0 ? `${workingDays(days)} overdue` : 'overdue since today',
      }
    : {
        zh: days > 0 ? `还剩${days}个工作日` : '今天到期',
        en: days > 0 ? `${workingDays(days)} left` : 'due today',
      };
  const reading = clock && armed && readLedger(armed.ledger, clock, calendar);
  if (!reading?.derivation || !armed) {
    return { zh: `应于${at.zh}前办结，${left.zh}`, en: `due ${at.en}, ${left.en}` };
  }
  const sum = explainDue(reading.derivation, hourInWords(calendar, dueAt));
  const basis = basisWords(armed.basis);
  return { zh: `时限${basis.zh}，${sum.zh}，${left.zh}`, en: `due by ${basis.en}, ${sum.en}, ${left.en}` };
};

const next = (
  { nextRung, clock }: WorstTask,
  ladders: LadderBook,
  calendar: WorkingCalendar,
  now: string,
): Text2 | undefined => {
  if (!nextRung) return undefined;
  const { level } = nextRung;
  const ladder = clock && ladders.climbedBy(clock.ledger, clock.ladder, now);
  const rung = ladder?.rungs.find((one) => one.level === level);
  const at = dayTime(calendar, nextRung.at);
  return {
    zh: `下一级预警 ${level}${rung ? `“${rung.action.zh}”` : ''}：${at.zh}`,
    en: `next rung ${level}${rung ? `, ${rung.action.en},` : ''} ${at.en}`,
  };
};

/** `PD` marks a default of the pack that no law sets. */
const basisWords = (basis: string): Text2 =>
  basis === 'PD' ? { zh: '为业务包默认', en: 'the policy default' } : { zh: `依据 ${basis}`, en: basis };

const workingDays = (count: number): string => `${count} working day${count === 1 ? '' : 's'}`;

const dayTime = (calendar: WorkingCalendar, instant: string): Text2 => {
  const words = dayInWords(toLocalTime(calendar, instant).day);
  const time = hourInWords(calendar, instant);
  return { zh: `${words.zh}${time}`, en: `${words.en} ${time}` };
};
