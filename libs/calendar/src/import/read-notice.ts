import { type CivilDate, toCivilDate, toDayNumber, weekdayOf } from '../civil-date.js';
import { dayInWords } from '../explain-due.js';
import type { CalendarReading, LineReading, ReadDay, Words } from './calendar-reading.js';
import { civilDate, gatherReading, slipsOf } from './gather-reading.js';

/** 1月1日, 2026年1月1日, 3日（周六）, with whatever stands in the brackets. */
const DATE = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[（(]([^（()）]*)[）)])?';
const SPAN = new RegExp(`^${DATE}(?:\\s*(?:至|到|—|–|－|~|～|-)+\\s*${DATE})?`);
const TITLE = /(\d{4})年部分节假日安排/;
const NUMBER = /国办发明电〔\d{4}〕\d+号/;
const SIGNED = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const HEAD = /^(?:[（(]?[一二三四五六七八九十]+[）)]?[、.．]\s*)?([^：:，。\d]{1,20})[：:](.*)$/;
/** What a person should see where it was not understood. */
const OF_DAYS = /\d+\s*日|放假|上班|调休|休息/;
const WEEKDAY = /(?:周|星期)([日天一二三四五六])/;
const WEEKDAYS = '日一二三四五六';
const HOLIDAYS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];
/** No holiday of a notice was ever longer. */
const LONGEST = 15;

/**
 * Reads the State Council's notice of a year (国务院办公厅关于…年部分节假日安排的通知) as it is pasted. Days are checked
 * against their weekdays and ranges against their count (共N天); a line that does not agree with itself is refused,
 * one that speaks of days and isn't understood is shown as unread, nothing is guessed.
 */
export const readNotice = (text: string, given?: number): CalendarReading => {
  const rows = plain(text).split('\n');
  const titled = TITLE.exec(rows.join(''))?.[1];
  const year = given ?? (titled === undefined ? undefined : Number(titled));
  const lines = rows.flatMap((row, index): LineReading[] => {
    const trimmed = row.trim();
    if (trimmed === '') return [];
    return [{ line: index + 1, text: trimmed, ...readLine(trimmed, year) }];
  });
  const signed = rows.map((row) => SIGNED.exec(row.trim())).findLast((found) => found !== null);
  const date = signed && civilDate(Number(signed[1]), Number(signed[2]), Number(signed[3]));
  const name = /国务院办公厅关于\s*\d{4}年部分节假日安排的通知/.exec(rows.join(''))?.[0];
  const number = NUMBER.exec(text)?.[0];
  const named = lines.flatMap(({ verdict, text: row }) =>
    verdict === 'read' ? [HEAD.exec(row)?.[1] ?? ''] : [],
  );
  const missing = HOLIDAYS.filter((holiday) => !named.some((found) => found.includes(holiday)));
  const warnings: Words[] =
    missing.length === 0 || missing.length === HOLIDAYS.length
      ? []
      : [{ zh: `没有读到：${missing.join('、')}。`, en: `Not found: ${missing.join(', ')}.` }];
  return gatherReading(
    'notice',
    year,
    {
      ...(name === undefined ? {} : { name }),
      ...(number === undefined ? {} : { number }),
      ...(date ? { date } : {}),
    },
    lines,
    warnings,
  );
};

/** Full-width digits and letters as people paste them from a page. */
const plain = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u00a0\u3000\t]/g, ' ')
    .replaceAll(/(?<=\d) +(?=[年月日])|(?<=[年月]) +(?=\d)/g, '');

type Verdict = Omit<LineReading, 'line' | 'text'>;

const readLine = (row: string, year: number | undefined): Verdict => {
  const nothing = { days: [], left: [], why: [] };
  if (SIGNED.test(row) || TITLE.test(row)) return { verdict: 'prose', ...nothing };
  const [, name, body] = HEAD.exec(row) ?? [];
  const said = body ?? row;
  if (!OF_DAYS.test(said)) return { verdict: 'prose', ...nothing };
  if (year === undefined) return { verdict: 'unread', ...nothing };
  const sentences = said
    .split(/[。；;]/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
  const parts = sentences.map((sentence) => readSentence(sentence, year, name?.trim()));
  const days = parts.flatMap((part) => part.days);
  const why = [...parts.flatMap((part) => part.why), ...slipsOf(days), ...contradictions(days)];
  if (why.length > 0) return { verdict: 'refused', days, left: [], why };
  const left = parts.flatMap((part, index) => (part.read ? [] : [sentences[index] ?? '']));
  return { verdict: days.length > 0 ? 'read' : 'unread', days, left: days.length > 0 ? left : [], why: [] };
};

interface Sentence {
  readonly read: boolean;
  readonly days: readonly ReadDay[];
  readonly why: readonly Words[];
}

const UNREAD: Sentence = { read: false, days: [], why: [] };

const readSentence = (sentence: string, year: number, name: string | undefined): Sentence => {
  const found = spansOf(sentence, year);
  if (!found) return UNREAD;
  const { spans, rest, why } = found;
  const works = /^(?:照常|正常)?(?:补班|上班)$/.test(rest);
  const count =
    /^(?:放假调休|调休放假|放假|休息|调休)(?:，?共?(\d+)天)?(?:[，,]\s*(?:不调休|与周末连休|共(\d+)天|放假调休))*$/.exec(
      rest,
    );
  if (!works && !count) return UNREAD;
  if (why.length > 0) return { read: true, days: [], why };
  const dates = spans.flat();
  const said = count?.[1] ?? count?.[2];
  const days = dates.map((date): ReadDay => ({
    date,
    kind: works ? 'make-up' : 'off',
    ...(name === undefined || works ? {} : { name }),
  }));
  if (said === undefined || Number(said) === dates.length) return { read: true, days, why: [] };
  return {
    read: true,
    days,
    why: [
      {
        zh: `写明共${said}天，实际是${dates.length}天。`,
        en: `It says ${said} days, but there are ${dates.length}.`,
      },
    ],
  };
};

interface Spans {
  readonly spans: readonly (readonly CivilDate[])[];
  readonly rest: string;
  readonly why: readonly Words[];
}

/** Days and ranges at the beginning of a sentence, divided by 、 or 和. */
const spansOf = (sentence: string, year: number): Spans | undefined => {
  const spans: (readonly CivilDate[])[] = [];
  const why: Words[] = [];
  let rest = sentence;
  let month: string | undefined;
  let within = year;
  for (;;) {
    const [whole, y1, m1, d1, note1, y2, m2, d2, note2] = SPAN.exec(rest) ?? [];
    if (whole === undefined || d1 === undefined) return undefined;
    within = y1 === undefined ? within : Number(y1);
    month = m1 ?? month;
    if (month === undefined) return undefined;
    const from = checked(within, month, d1, note1, why);
    if (d2 !== undefined) {
      within = y2 === undefined ? within : Number(y2);
      month = m2 ?? month;
    }
    const to = d2 === undefined ? from : checked(within, month, d2, note2, why);
    if (from !== undefined && to !== undefined) spans.push(daysBetween(from, to, why));
    rest = rest.slice(whole.length);
    const [divider] = /^\s*(?:、|和|及|，(?=\d))\s*/.exec(rest) ?? [];
    if (divider === undefined) return { spans, rest: rest.trim(), why };
    rest = rest.slice(divider.length);
  }
};

const checked = (
  year: number,
  month: string,
  day: string,
  note: string | undefined,
  why: Words[],
): CivilDate | undefined => {
  const date = civilDate(year, Number(month), Number(day));
  if (date === undefined) {
    why.push({ zh: `没有${year}年${month}月${day}日。`, en: `There is no ${year}-${month}-${day}.` });
    return undefined;
  }
  const said = WEEKDAY.exec(note ?? '')?.[1]?.replace('天', '日');
  const is = WEEKDAYS.charAt(weekdayOf(toDayNumber(date)));
  if (said !== undefined && said !== is) {
    why.push({
      zh: `${year}年${month}月${day}日是周${is}，写成了周${said}。`,
      en: `The weekday of ${dayInWords(toDayNumber(date)).en} ${year} is written as 周${said}.`,
    });
  }
  return date;
};

const daysBetween = (from: CivilDate, to: CivilDate, why: Words[]): readonly CivilDate[] => {
  const [first, last] = [toDayNumber(from), toDayNumber(to)];
  if (last < first || last - first >= LONGEST) {
    why.push({ zh: `${from}至${to}不是一段假期。`, en: `${from} to ${to} is no holiday.` });
    return [];
  }
  return Array.from({ length: last - first + 1 }, (_, offset) => toCivilDate(first + offset));
};

const contradictions = (days: readonly ReadDay[]): readonly Words[] => {
  const off = new Set(days.flatMap(({ date, kind }) => (kind === 'off' ? [date] : [])));
  return days.flatMap(({ date, kind }) =>
    kind === 'make-up' && off.has(date)
      ? [{ zh: `${date}既放假又上班。`, en: `${date} is both off and worked.` }]
      : [],
  );
};
