import type { Life } from './life.js';
import type { RecordedLife } from './recorded-lives.js';

/**
 * Compares what was recorded with what was observed. In every scope each element must live through the same: entered,
 * signalled, left, as often and in the same order. Parallel branches may be walked in any order, but nothing may begin
 * before what caused it in the recording.
 */
export const difference = (
  recorded: readonly RecordedLife[],
  observed: readonly Life[],
  /** Places where it is open how far a token got; what lies inside of one is open with it. */
  raced: ReadonlySet<string>,
): string | undefined => {
  const open = (place: string): boolean =>
    [...raced].some((one) => place === one || place.startsWith(`${one}#`));
  return livedOtherwise(recorded, observed, open) ?? beforeItsCause(recorded, observed);
};

const placeOf = ({ within, element }: Life): string => `${within}/${element}`;

const byPlace = <T extends Life>(lives: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const places = new Map<string, T[]>();
  for (const life of lives) places.set(placeOf(life), [...(places.get(placeOf(life)) ?? []), life]);
  return places;
};

const livedOtherwise = (
  recorded: readonly Life[],
  observed: readonly Life[],
  open: (place: string) => boolean,
): string | undefined => {
  const expected = byPlace(recorded);
  const got = byPlace(observed);
  for (const place of new Set([...expected.keys(), ...got.keys()])) {
    const one = told(expected.get(place));
    const other = told(got.get(place));
    if (one !== other && !open(place)) return `${place}: ${other} instead of ${one}`;
  }
  return undefined;
};

const told = (lives: readonly Life[] | undefined): string =>
  lives
    ? lives
        .map(({ moves }) => moves.map(({ kind }) => kind).join('+'))
        .toSorted()
        .join(', ')
    : 'nothing';

interface Moment {
  readonly at: number;
  /** How many beginnings it allows, or uses up. */
  readonly allows: number;
}

/** Of the beginnings at one place there may never have been more than the causes so far account for. */
const beforeItsCause = (recorded: readonly RecordedLife[], observed: readonly Life[]): string | undefined => {
  for (const [place, lives] of byPlace(recorded)) {
    const causes = new Map<string, number>();
    for (const { cause } of lives) {
      const key = cause ? `${placeOf(cause.life)} ${cause.kind}` : '';
      causes.set(key, (causes.get(key) ?? 0) + 1);
    }
    if (causes.has('')) continue;
    const allowed = [...causes].flatMap(([key, times]) => momentsOf(observed, key, times));
    const begun = observed
      .filter((life) => placeOf(life) === place)
      .map(({ moves }) => ({ at: moves[0]?.at ?? 0, allows: -1 }));
    let balance = 0;
    for (const { allows } of [...allowed, ...begun].toSorted((a, b) => a.at - b.at)) {
      balance += allows;
      if (balance < 0) return `${place} begins before ${[...causes.keys()].join(' or ')}`;
    }
  }
  return undefined;
};

/** One move may cause several; as many as in the recording, by all moves of its kind together. */
const momentsOf = (observed: readonly Life[], key: string, times: number): readonly Moment[] => {
  const moments = observed
    .flatMap((life) => life.moves.map(({ kind, at }) => ({ key: `${placeOf(life)} ${kind}`, at })))
    .filter((moment) => moment.key === key)
    .toSorted((a, b) => a.at - b.at);
  const each = Math.max(1, Math.ceil(times / Math.max(1, moments.length)));
  return moments.map(({ at }) => ({ at, allows: each }));
};
