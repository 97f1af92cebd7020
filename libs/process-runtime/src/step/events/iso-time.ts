const DURATION =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const REPETITION = /^R(\d*)\/(?:([^/P][^/]*)\/)?(P[^/]*)(?:\/([^/]+))?$/;
/** The last instant that a date can be (ECMA-262 §21.4.1.1). */
const LATEST = 8.64e15;

/** `iso` as milliseconds since 1970; without an offset it is UTC. Undefined where it is no instant. */
export const instantOf = (iso: string): number | undefined => {
  const match = INSTANT.exec(iso);
  if (!match) return undefined;
  const at = Date.parse(iso.includes('T') && match[1] === undefined ? `${iso}Z` : iso);
  return Number.isNaN(at) ? undefined : at;
};

/**
 * Adds an ISO 8601 duration on the calendar in UTC; a day that the month has not becomes its last. Undefined where it
 * is no duration, or leads beyond the end of time.
 */
export const addDuration = (from: number, iso: string): number | undefined => {
  const match = DURATION.exec(iso);
  if (!match) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const start = new Date(from);
  const month = start.getUTCMonth() + months + years * 12;
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const date = new Date(from);
  if (months + years > 0)
    date.setUTCFullYear(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), lastDay));
  const time = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
  const at = date.getTime() + Math.round(time * 1_000);
  return Math.abs(at) <= LATEST ? at : undefined;
};

export interface Repetition {
  /** Absent: no end. */
  readonly times?: number;
  readonly start?: number;
  readonly every: string;
  readonly until?: number;
}

/** `R3/PT10S`, `R/2030-01-01T00:00:00Z/P1D`, `R3/P1D/2030-02-01T00:00:00Z`; undefined where it is none. */
export const repetitionOf = (iso: string): Repetition | undefined => {
  const match = REPETITION.exec(iso);
  if (!match) return undefined;
  const [, times = '', startText, every = '', untilText] = match;
  const start = startText === undefined ? undefined : instantOf(startText);
  const until = untilText === undefined ? undefined : instantOf(untilText);
  const length = addDuration(0, every);
  // One that takes no time would never let anything else happen.
  if (length === undefined || length <= 0 || times === '0') return undefined;
  if ((startText !== undefined && start === undefined) || (untilText !== undefined && until === undefined)) {
    return undefined;
  }
  return {
    every,
    ...(times === '' ? {} : { times: Number(times) }),
    ...(start === undefined ? {} : { start }),
    ...(until === undefined ? {} : { until }),
  };
};
