import { type CivilDate, toCivilDate, toDayNumber } from '../civil-date.js';
import type { CalendarReading, LineReading, ReadDay } from './calendar-reading.js';
import { civilDate, gatherReading, slipsOf } from './gather-reading.js';
import { commonYear, readDayRows } from './read-day-rows.js';
import { readNotice } from './read-notice.js';

/** Reads what was pasted: a notice, or the text of an iCalendar, JSON or CSV file. */
export const readCalendarText = (text: string, given?: number): CalendarReading => {
  const start = text.trimStart().replace(/^\ufeff/, '');
  if (start.startsWith('BEGIN:VCALENDAR')) return readIcs(start, given);
  if (start.startsWith('{') || start.startsWith('[')) return readJson(start, given);
  const rows = start.split(/\r?\n/);
  if (rows.some((row) => /^"?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(row))) {
    return readDayRows(
      rows.flatMap((row, index) =>
        row.trim() === ''
          ? []
          : [
              {
                line: index + 1,
                cells: row.split(/[,，;\t]/).map((cell) => cell.trim().replaceAll(/^"|"$/g, '')),
              },
            ],
      ),
      given,
    );
  }
  return readNotice(text, given);
};

const lineOf = (line: number, text: string, days: readonly ReadDay[]): LineReading => {
  const why = slipsOf(days);
  const verdict = days.length === 0 ? 'unread' : why.length > 0 ? 'refused' : 'read';
  return { line, text, verdict, days, left: [], why };
};

/** `{"off": ["2027-01-01"], "workOnWeekend": [], "names": {}}`, as a calendar keeps a year, or a list of such days. */
const readJson = (text: string, given: number | undefined): CalendarReading => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const why = [{ zh: '不是有效的 JSON。', en: 'This is no JSON.' }];
    return gatherReading('json', given, {}, [
      { line: 1, text: text.slice(0, 80), verdict: 'unread', days: [], left: [], why },
    ]);
  }
  const of = (object: object, key: string): readonly unknown[] => {
    const list: unknown = Reflect.get(object, key);
    return Array.isArray(list) ? list : [];
  };
  const object = typeof value === 'object' && value !== null ? value : {};
  const names: unknown = Reflect.get(object, 'names');
  const nameOf = (date: string): string | undefined => {
    const name: unknown = typeof names === 'object' && names !== null ? Reflect.get(names, date) : undefined;
    return typeof name === 'string' ? name : undefined;
  };
  const entries: readonly (readonly [unknown, ReadDay['kind']])[] = [
    ...(Array.isArray(value) ? value : of(object, 'off')).map((it: unknown) => [it, 'off'] as const),
    ...[...of(object, 'workOnWeekend'), ...of(object, 'work_on_weekend')].map(
      (it) => [it, 'make-up'] as const,
    ),
  ];
  const lines = entries.map(([it, kind], index) => {
    const date = typeof it === 'string' ? dateOf(it) : undefined;
    const name = date && nameOf(date);
    const day: readonly ReadDay[] =
      date === undefined ? [] : [{ date, kind, ...(name === undefined ? {} : { name }) }];
    return lineOf(index + 1, typeof it === 'string' ? it : JSON.stringify(it), day);
  });
  return gatherReading('json', given ?? commonYear(lines), {}, lines);
};

/** All-day events of which the summary says 休 or 班. */
const readIcs = (text: string, given: number | undefined): CalendarReading => {
  // RFC 5545 §3.1: a line that begins with a space goes on from the one before.
  const rows = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const lines: LineReading[] = [];
  let event: { line: number; from?: string; to?: string; summary?: string } | undefined;
  rows.forEach((row, index) => {
    const [, key = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(row) ?? [];
    if (row === 'BEGIN:VEVENT') event = { line: index + 1 };
    else if (event && key === 'DTSTART') event.from = value;
    else if (event && key === 'DTEND') event.to = value;
    else if (event && key === 'SUMMARY') event.summary = value;
    else if (event && row === 'END:VEVENT') {
      const { line, from = '', to, summary = '' } = event;
      lines.push(lineOf(line, `${from} ${summary}`.trim(), eventDays(from, to, summary)));
      event = undefined;
    }
  });
  return gatherReading('ics', given ?? commonYear(lines), {}, lines);
};

const eventDays = (from: string, to: string | undefined, summary: string): readonly ReadDay[] => {
  const kind = /班|work/i.test(summary) ? 'make-up' : /休|假|off|holiday/i.test(summary) ? 'off' : undefined;
  const first = dateOf(from);
  if (first === undefined || kind === undefined) return [];
  // The end of an all-day event is the day after its last (§3.6.1).
  const end = to === undefined ? undefined : dateOf(to);
  const days = end === undefined ? 1 : Math.min(31, Math.max(1, toDayNumber(end) - toDayNumber(first)));
  const name = summary.replaceAll(/[（(]?[休班假][）)]?|放|上/g, '').trim();
  return Array.from({ length: days }, (_, offset) => ({
    date: toCivilDate(toDayNumber(first) + offset),
    kind,
    ...(name === '' ? {} : { name }),
  }));
};

const dateOf = (text: string): CivilDate | undefined => {
  const [, y, m, d] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? [];
  return y === undefined ? undefined : civilDate(Number(y), Number(m), Number(d));
};
