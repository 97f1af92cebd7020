import { toDayNumber, weekdayOf } from '../civil-date.js';
import type { CalendarReading, LineReading, ReadDay } from './calendar-reading.js';
import { civilDate, gatherReading, slipsOf } from './gather-reading.js';

/** A line of a sheet, with its number as a person sees it. */
export interface DayRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const KINDS: Readonly<Record<string, ReadDay['kind']>> = {
  off: 'off',
  休: 'off',
  放假: 'off',
  休息: 'off',
  停工: 'off',
  停航: 'off',
  work: 'make-up',
  'make-up': 'make-up',
  班: 'make-up',
  上班: 'make-up',
  调休上班: 'make-up',
  补班: 'make-up',
};

/**
 * Reads a sheet of days: date, kind (放假 or 上班, `off` or `work`) and, if there is one, a name. A first row of
 * headings is passed over; with no kind a weekday is off and a weekend day is worked.
 */
export const readDayRows = (rows: readonly DayRow[], given?: number): CalendarReading => {
  const lines = rows.map(({ line, cells }, index): LineReading => {
    const text = cells.join(', ');
    const [first = '', kind = '', name = ''] = cells;
    const [, y, m, d] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(first.trim()) ?? [];
    const date = y === undefined ? undefined : civilDate(Number(y), Number(m), Number(d));
    const none = { line, text, days: [], left: [] };
    if (date === undefined && index === 0 && !/\d/.test(first)) return { ...none, verdict: 'prose', why: [] };
    if (date === undefined)
      return { ...none, verdict: 'unread', why: [{ zh: '没有日期。', en: 'There is no date.' }] };
    const weekday = weekdayOf(toDayNumber(date));
    const usual = weekday === 0 || weekday === 6 ? 'make-up' : 'off';
    const what = kind.trim() === '' ? usual : KINDS[kind.trim().toLowerCase()];
    if (what === undefined)
      return {
        ...none,
        verdict: 'unread',
        why: [
          { zh: `不明白“${kind}”，请写放假或上班。`, en: `“${kind}” is not understood: write off or work.` },
        ],
      };
    const day: ReadDay = { date, kind: what, ...(name.trim() === '' ? {} : { name: name.trim() }) };
    const why = slipsOf([day]);
    return { ...none, verdict: why.length > 0 ? 'refused' : 'read', days: [day], why };
  });
  return gatherReading('csv', given ?? commonYear(lines), {}, lines);
};

/** The year of most of its days. */
export const commonYear = (lines: readonly LineReading[]): number | undefined => {
  const counts = new Map<number, number>();
  for (const { days } of lines)
    for (const { date } of days)
      counts.set(Number(date.slice(0, 4)), (counts.get(Number(date.slice(0, 4))) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
};
