/** One tile of 当前责任方: who held an obligation from when to when. */
export interface HeldInterval {
  /** A task, a filing awaited from the applicant, an outside test. */
  readonly obligation: string;
  readonly from: string;
  /** Absent while it is still held. */
  readonly to?: string;
}

/** A stretch of a case's time and the tiles it is charged to. */
export interface Charge<Interval extends HeldInterval> {
  readonly from: string;
  readonly to: string;
  /** Several where the case waited for all of them alike; none where nobody held anything (a timer of the process). */
  readonly waitedFor: readonly Interval[];
}

interface Obligation<Interval> {
  readonly tiles: readonly Interval[];
  readonly from: string;
  readonly to: string;
}

/**
 * Charges the time of a case to the tracks that it waited for (ARCHITECTURE §4). Of lanes that were worked side by
 * side only what came last held the case up: read backwards, the case waited for what was done last, that for what was
 * done when it began, and so on. Lanes that ended together, or are still open together, are charged alike. The answer
 * tiles the time from the first obligation to `until` without gap or overlap, in order.
 */
export const chargeCase = <Interval extends HeldInterval>(
  intervals: readonly Interval[],
  until: string,
): readonly Charge<Interval>[] => {
  const obligations = obligationsOf(intervals, until);
  const charges: Charge<Interval>[] = [];
  let cursor = until;
  let last = endingLast(obligations, cursor);
  while (last.length > 0) {
    const ended = latest(last.map(({ to }) => to));
    // Nobody held anything: a timer of the process ran.
    if (ended < cursor) charges.push({ from: ended, to: cursor, waitedFor: [] });
    cursor = min(ended, cursor);
    let open = last;
    while (open.length > 0) {
      const began = latest(open.map(({ from }) => from));
      charges.push(...split(open, began, cursor));
      cursor = began;
      // What was done when this began is what it had waited for.
      open = [
        ...open.filter(({ from }) => from < began),
        ...obligations.filter(({ from, to }) => to === began && from < began),
      ];
    }
    last = endingLast(obligations, cursor);
  }
  return charges.toReversed();
};

const obligationsOf = <Interval extends HeldInterval>(
  intervals: readonly Interval[],
  until: string,
): readonly Obligation<Interval>[] => {
  const byId = new Map<string, Interval[]>();
  for (const interval of intervals) {
    if (interval.from >= until) continue;
    const tiles = byId.get(interval.obligation);
    if (tiles) tiles.push(interval);
    else byId.set(interval.obligation, [interval]);
  }
  return (
    [...byId.values()]
      .map((tiles) => ({
        tiles,
        from: tiles.reduce((first, { from }) => min(first, from), until),
        to: latest(tiles.map(({ to }) => min(to ?? until, until))),
      }))
      // What was done in the instant it came up held nobody up.
      .filter(({ from, to }) => from < to)
  );
};

/** What was done last before; where nothing was (an event began it), what was under way. */
const endingLast = <Interval>(
  obligations: readonly Obligation<Interval>[],
  before: string,
): readonly Obligation<Interval>[] => {
  const begun = obligations.filter(({ from }) => from < before);
  const done = begun.filter(({ to }) => to <= before);
  const last = latest(done.map(({ to }) => to));
  return done.length > 0 ? done.filter(({ to }) => to === last) : begun;
};

/** Cuts a stretch wherever one of its obligations changed hands, latest piece first. */
const split = <Interval extends HeldInterval>(
  open: readonly Obligation<Interval>[],
  from: string,
  to: string,
): readonly Charge<Interval>[] => {
  const tiles = open.flatMap((obligation) => obligation.tiles);
  const cuts = [...new Set([from, to, ...tiles.map((tile) => tile.from)])]
    .filter((cut) => cut >= from && cut <= to)
    .toSorted();
  return cuts
    .slice(1)
    .map((end, index) => {
      const start = cuts[index] ?? from;
      const waitedFor = tiles.filter((tile) => tile.from <= start && (tile.to ?? end) >= end);
      return { from: start, to: end, waitedFor };
    })
    .toReversed();
};

const min = (a: string, b: string): string => (a < b ? a : b);

const latest = (instants: readonly string[]): string =>
  instants.reduce((last, instant) => (instant > last ? instant : last), '');
