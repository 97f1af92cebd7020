import { type CivilDate, toCivilDate, toDayNumber, weekdayOf } from '../civil-date.js';
import { dayInWords } from '../explain-due.js';
import type { CalendarReading, LineReading, ReadDay, Words } from './calendar-reading.js';

/** The date if there is such a day. */
export const civilDate = (year: number, month: number, day: number): CivilDate | undefined => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const number = toDayNumber(text);
  return Number.isFinite(number) && toCivilDate(number) === text ? text : undefined;
};

/** A make-up working day on a day that is worked anyway is a slip. */
export const slipsOf = (days: readonly ReadDay[]): readonly Words[] =>
  days.flatMap(({ date, kind }): readonly Words[] => {
    const day = toDayNumber(date);
    const weekday = weekdayOf(day);
    if (kind === 'off' || weekday === 0 || weekday === 6) return [];
    const { zh, en } = dayInWords(day);
    return [
      {
        zh: `${zh}本来就是工作日，不能作为调休上班日。`,
        en: `${en} is a working day anyway: it can't be a make-up day.`,
      },
    ];
  });

/** The whole of a reading out of its lines. */
export const gatherReading = (
  format: CalendarReading['format'],
  year: number | undefined,
  document: CalendarReading['document'],
  lines: readonly LineReading[],
  warnings: readonly Words[] = [],
): CalendarReading => {
  const days = lines.flatMap((line) => (line.verdict === 'read' ? line.days : []));
  const dates = (kind: ReadDay['kind']): readonly CivilDate[] =>
    [...new Set(days.filter((it) => it.kind === kind).map(({ date }) => date))].toSorted();
  const off = dates('off');
  const workOnWeekend = dates('make-up');
  const problems: Words[] = [];
  if (year === undefined)
    problems.push({ zh: '看不出是哪一年，请填写年份。', en: 'The year is not named: enter it.' });
  if (days.length === 0)
    problems.push({ zh: '没有读到任何放假或上班日期。', en: 'No day off and no make-up day was found.' });
  for (const date of off.filter((it) => workOnWeekend.includes(it))) {
    const { zh, en } = dayInWords(toDayNumber(date));
    problems.push({ zh: `${zh}既放假又上班。`, en: `${en} is both off and worked.` });
  }
  const refused = lines.filter(({ verdict }) => verdict === 'refused').length;
  if (refused > 0)
    problems.push({
      zh: `有${refused}行前后矛盾，须更正。`,
      en: `${refused} line(s) contradict themselves: correct them.`,
    });
  const names = Object.fromEntries(
    days.flatMap(({ date, name }) => (name === undefined ? [] : [[date, name]])),
  );
  return {
    format,
    ...(year === undefined ? {} : { year }),
    document,
    lines,
    off,
    workOnWeekend,
    names,
    problems,
    warnings,
  };
};
