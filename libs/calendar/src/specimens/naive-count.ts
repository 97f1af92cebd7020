/**
 * Deadlines counted a second time, as slowly and plainly as the law is written: dates are texts, days are walked one
 * by one, hours in half hours. It shares nothing with the library, so that no mistake is made twice.
 */
export interface NaiveCalendar {
  readonly off: ReadonlySet<string>;
  readonly makeUp: ReadonlySet<string>;
  /** Half hours of the day in which the office is open. */
  readonly openHalfHours: ReadonlySet<number>;
  readonly closes: number;
}

/** A half hour of a day: `['2026-03-02', 17]` is 08:30. */
export type Moment = readonly [string, number];

type NaiveUnit = 'working_day' | 'calendar_day' | 'hour' | 'working_hour' | 'month';

interface NaiveLength {
  readonly amount: number;
  readonly unit: NaiveUnit;
}

export type NaiveEvent =
  | { readonly kind: 'stopped' | 'resumed'; readonly at: Moment; readonly ground: string }
  | { readonly kind: 'extended'; readonly at: Moment; readonly by: NaiveLength };

export interface NaiveClock {
  readonly started: Moment;
  readonly length: NaiveLength;
  readonly rolls: boolean;
  readonly leastAfterStop: number;
  readonly events: readonly NaiveEvent[];
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const monthDays = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 ? 29 : (MONTH_DAYS[month - 1] ?? 0);

const write = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const read = (date: string): readonly [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8)),
];

export const dayAfter = (date: string): string => {
  const [year, month, day] = read(date);
  if (day < monthDays(year, month)) return write(year, month, day + 1);
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1);
};

/** Sunday is 0. By Zeller's congruence, not by the machine's own dates. */
export const weekday = (date: string): number => {
  const [year, month, day] = read(date);
  const [m, y] = month < 3 ? [month + 12, year - 1] : [month, year];
  const zeller =
    (day +
      Math.floor((13 * (m + 1)) / 5) +
      y +
      Math.floor(y / 4) -
      Math.floor(y / 100) +
      Math.floor(y / 400)) %
    7;
  return (zeller + 6) % 7;
};

const isWorking = ({ off, makeUp }: NaiveCalendar, date: string): boolean =>
  makeUp.has(date) || (!off.has(date) && weekday(date) !== 0 && weekday(date) !== 6);

const isBefore = ([a, i]: Moment, [b, j]: Moment): boolean => a < b || (a === b && i < j);

const later = (a: Moment, b: Moment): Moment => (isBefore(a, b) ? b : a);

const monthsLater = (date: string, months: number): string => {
  let [year, month] = read(date);
  const [, , day] = read(date);
  for (let left = months; left > 0; left -= 1) {
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return write(year, month, Math.min(day, monthDays(year, month)));
};

type Pause = readonly [Moment, Moment];

const endOfLength = (
  calendar: NaiveCalendar,
  clock: NaiveClock,
  from: Moment,
  { amount, unit }: NaiveLength,
  pauses: readonly Pause[],
): Moment => {
  if (unit === 'hour' || unit === 'working_hour') {
    let [date, half] = from;
    let left = amount * 2;
    for (;;) {
      const here: Moment = [date, half];
      const isPaused = pauses.some(([begin, end]) => !isBefore(here, begin) && isBefore(here, end));
      const counts = unit === 'hour' || (isWorking(calendar, date) && calendar.openHalfHours.has(half));
      half += 1;
      if (!isPaused && counts) left -= 1;
      if (left === 0) return half === 48 && unit === 'hour' ? [dayAfter(date), 0] : [date, half];
      if (half === 48) [date, half] = [dayAfter(date), 0];
    }
  }
  let days = amount;
  if (unit === 'month') {
    days = 0;
    const target = monthsLater(from[0], amount);
    for (let date = from[0]; date !== target; date = dayAfter(date)) days += 1;
  }
  let date = from[0];
  while (days > 0) {
    date = dayAfter(date);
    const isPaused = pauses.some(([begin, end]) => begin[0] < date && date <= end[0]);
    if (!isPaused && (unit !== 'working_day' || isWorking(calendar, date))) days -= 1;
  }
  while (clock.rolls && !isWorking(calendar, date)) date = dayAfter(date);
  return [date, calendar.closes];
};

/** When the clock runs out; `stopped` while some ground holds it. */
export const naiveDue = (calendar: NaiveCalendar, clock: NaiveClock): Moment | 'stopped' => {
  const holding = new Map<string, Moment>();
  const pauses: Pause[] = [];
  for (const event of clock.events) {
    if (event.kind === 'stopped' && !holding.has(event.ground)) holding.set(event.ground, event.at);
    const begun = event.kind === 'resumed' ? holding.get(event.ground) : undefined;
    if (event.kind === 'resumed' && begun) {
      pauses.push([begun, event.at]);
      holding.delete(event.ground);
    }
  }
  if (holding.size > 0) return 'stopped';
  const least = (due: Moment, events: readonly NaiveEvent[]): Moment => {
    const resumed = events.findLast((event) => event.kind === 'resumed' && isLifting(clock, event));
    if (!resumed) return due;
    let date = resumed.at[0];
    for (let left = clock.leastAfterStop; left > 0;) {
      date = dayAfter(date);
      if (isWorking(calendar, date)) left -= 1;
    }
    return later(due, [date, calendar.closes]);
  };
  const at = clock.events.findIndex(({ kind }) => kind === 'extended');
  const extension = clock.events[at];
  const before = at < 0 ? clock.events : clock.events.slice(0, at);
  const due = least(endOfLength(calendar, clock, clock.started, clock.length, pauses), before);
  if (extension?.kind !== 'extended') return due;
  return least(endOfLength(calendar, clock, due, extension.by, pauses), clock.events.slice(at + 1));
};

/** A resumption of what was not stopped is no resumption. */
const isLifting = ({ events }: NaiveClock, resumed: NaiveEvent): boolean => {
  if (resumed.kind !== 'resumed') return false;
  const before = events.slice(0, events.indexOf(resumed)).filter((event) => event.kind !== 'extended');
  return before.findLast(({ ground }) => ground === resumed.ground)?.kind === 'stopped';
};
