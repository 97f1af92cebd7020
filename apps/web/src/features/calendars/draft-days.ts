import type {
  CalendarDay,
  CalendarDraftRequest,
  CalendarReadingView,
  CalendarVersionView,
} from '@lianban/contracts';

export type DraftYears = CalendarDraftRequest['years'];

/** A draft's days, to be edited. */
export const yearsOf = (version: CalendarVersionView): DraftYears =>
  Object.fromEntries(
    Object.entries(version.days).map(([year, { source, off, workOnWeekend, names }]) => [
      year,
      { source, off: [...off], workOnWeekend: [...workOnWeekend], names: { ...names } },
    ]),
  );

const EMPTY: DraftYears[string] = { source: '', off: [], workOnWeekend: [], names: {} };

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The next thing a day can be: a working day off, a weekend day worked or off by name, then as its weekday again. */
export const turned = (years: DraftYears, date: string): DraftYears => {
  const year = date.slice(0, 4);
  const { off, workOnWeekend, names, source } = years[year] ?? EMPTY;
  const without = (days: readonly string[]): string[] => days.filter((day) => day !== date);
  const isOff = off.includes(date);
  const isWorked = workOnWeekend.includes(date);
  const next = isOff ? 'usual' : isWorked ? 'off' : isWeekend(date) ? 'make-up' : 'off';
  return {
    ...years,
    [year]: {
      source,
      off: next === 'off' ? [...without(off), date].toSorted() : without(off),
      workOnWeekend:
        next === 'make-up' ? [...without(workOnWeekend), date].toSorted() : without(workOnWeekend),
      names: Object.fromEntries(Object.entries(names).filter(([day]) => day !== date)),
    },
  };
};

/** The days of a reading take the place of those that the year had. */
export const taken = (years: DraftYears, reading: CalendarReadingView): DraftYears =>
  reading.year === undefined
    ? years
    : {
        ...years,
        [String(reading.year)]: {
          source: reading.document.number ?? reading.document.name ?? '',
          off: [...reading.off],
          workOnWeekend: [...reading.workOnWeekend],
          names: { ...reading.names },
        },
      };

export const withYear = (years: DraftYears, year: number): DraftYears => ({
  ...years,
  [String(year)]: years[String(year)] ?? { ...EMPTY, off: [], workOnWeekend: [], names: {} },
});

/** As the year view shows them. */
export const daysOf = (years: DraftYears, year: number): readonly CalendarDay[] => {
  const { off, workOnWeekend, names } = years[String(year)] ?? EMPTY;
  const day = (date: string, kind: CalendarDay['kind']): CalendarDay => ({
    date,
    kind,
    draft: false,
    ...(names[date] === undefined ? {} : { name: names[date] }),
  });
  return [...off.map((date) => day(date, 'off')), ...workOnWeekend.map((date) => day(date, 'make-up'))];
};

/** `08:30-12:00, 14:00-17:30`; undefined where it can't be read. */
export const readHours = (text: string): [string, string][] | undefined => {
  const spans = text
    .split(/[,，、;；]/)
    .map((span) => span.trim())
    .filter(Boolean);
  const read = spans.map((span) => /^(\d{1,2}:\d{2})\s*[-–—至~]\s*(\d{1,2}:\d{2})$/.exec(span));
  if (read.some((found) => found === null)) return undefined;
  return read.map((found): [string, string] => [
    (found?.[1] ?? '').padStart(5, '0'),
    (found?.[2] ?? '').padStart(5, '0'),
  ]);
};
