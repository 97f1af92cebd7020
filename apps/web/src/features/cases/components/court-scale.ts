import type { CourtTrack } from '@lianban/contracts';

export interface CourtBar {
  readonly track: CourtTrack;
  readonly bars: readonly {
    readonly interval: CourtTrack['intervals'][number];
    /** Place on the common scale, in percent. */
    readonly left: number;
    readonly width: number;
  }[];
}

/** Puts the intervals of all tracks on one scale, from the first instant to the last (or now). */
export function courtBars(tracks: readonly CourtTrack[], now: Date): readonly CourtBar[] {
  const at = (instant: string | undefined): number =>
    instant === undefined ? now.getTime() : Date.parse(instant);
  const all = tracks.flatMap(({ intervals }) => intervals);
  const start = Math.min(...all.map(({ from }) => at(from)));
  const end = Math.max(...all.map(({ to }) => at(to)));
  const span = Math.max(end - start, 1);
  const percent = (ms: number): number => Math.round((ms / span) * 1000) / 10;
  return tracks.map((track) => ({
    track,
    bars: track.intervals.map((interval) => {
      const left = percent(at(interval.from) - start);
      return { interval, left, width: Math.min(100 - left, percent(at(interval.to) - at(interval.from))) };
    }),
  }));
}

export interface HolderTotal {
  readonly holder: CourtTrack['intervals'][number]['holder'];
  readonly kind: CourtTrack['intervals'][number]['kind'];
  readonly workingSeconds: number;
}

/** How long each holder had something of the case in hand, the longest first. */
export function holderTotals(tracks: readonly CourtTrack[]): readonly HolderTotal[] {
  const totals = new Map<string, HolderTotal>();
  for (const { holder, kind, workingSeconds } of tracks.flatMap(({ intervals }) => intervals)) {
    const key = `${kind} ${holder.zh}`;
    const sum = (totals.get(key)?.workingSeconds ?? 0) + workingSeconds;
    totals.set(key, { holder, kind, workingSeconds: sum });
  }
  return [...totals.values()].toSorted((a, b) => b.workingSeconds - a.workingSeconds);
}
