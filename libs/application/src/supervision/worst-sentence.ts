import { type WorkingCalendar, toCivilDate, toLocalTime } from '@lianban/calendar';
import type { Text2 } from '@lianban/contracts';
import type { Ladder } from '@lianban/domain';
import type { WorstTask } from './board-reader.port.js';

/** Who holds it, since when, why due then, which rung next: the worst case in one sentence. */
export const worstSentence = (
  worst: WorstTask,
  ladders: ReadonlyMap<string, Ladder>,
  calendar: WorkingCalendar,
  now: string,
): Text2 => {
  const today = toLocalTime(calendar, now).day;
  const held = calendar.workingDaysBetween(toLocalTime(calendar, worst.heldSince).day, today);
  const left = calendar.workingDaysBetween(today, toLocalTime(calendar, worst.dueAt).day);
  const late = worst.dueAt < now;
  const due = dayTime(calendar, worst.dueAt);
  const who = worst.holder
    ? { zh: `${worst.office.zh}(${worst.holder.zh})`, en: `${worst.office.en} (${worst.holder.en})` }
    : worst.office;
  const { nextRung } = worst;
  const rung =
    nextRung && ladders.get(worst.ladder ?? '')?.rungs.find(({ level }) => level === nextRung.level);
  const next = nextRung && {
    at: dayTime(calendar, nextRung.at),
    zh: rung?.action.zh ?? '',
    en: rung?.action.en ?? '',
    level: nextRung.level,
  };
  const basis = worst.basis === undefined ? '' : ` [${worst.basis}]`;
  return {
    zh: `“${worst.title}”的“${worst.step.zh}”由${who.zh}持有${held}个工作日,${late ? `已于${due.zh}超期` : `应于${due.zh}前办结,还有${left}个工作日`}${basis}${next ? `;下一级 ${next.level} ${next.zh}:${next.at.zh}` : ''}。`,
    en: `${who.en} has held "${worst.step.en}" of ${worst.title} for ${held} working days; ${late ? `overdue since ${due.en}` : `due ${due.en}, ${left} working days left`}${basis}${next ? `; next rung ${next.level}, ${next.en}: ${next.at.en}` : ''}.`,
  };
};

const dayTime = (calendar: WorkingCalendar, instant: string): Text2 => {
  const { day, minute } = toLocalTime(calendar, instant);
  const date = toCivilDate(day);
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.floor(minute % 60)).padStart(2, '0')}`;
  return { zh: `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日${time}`, en: `${date} ${time}` };
};
