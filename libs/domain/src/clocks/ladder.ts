import {
  type WorkingCalendar,
  addWorkingMinutes,
  shiftWorkingDays,
  workingMinutesBetween,
} from '@lianban/calendar';

export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}

/** Whom a rung tells: a post, and whose. */
export interface Addressee {
  readonly post: string;
  readonly of: 'own-unit' | 'lead-unit' | 'county' | 'city';
}

export interface Rung {
  readonly level: string;
  readonly offset:
    /** Working days relative to the due instant; halves allowed. */
    | { readonly kind: 'working-days'; readonly days: number }
    /** Share of the working time from start to due, 0 to 1. */
    | { readonly kind: 'share'; readonly share: number };
  readonly action: LocalizedText;
  readonly tell: readonly Addressee[];
}

/** An escalation ladder (逐级预警) as data. */
export interface Ladder {
  readonly code: string;
  readonly version: number;
  readonly name: LocalizedText;
  readonly rungs: readonly Rung[];
}

/**
 * When each rung falls due, in the order of the ladder. However short the clock, a later rung never comes before an
 * earlier one, and none before the clock started.
 */
export const rungInstants = (
  ladder: Ladder,
  startedAt: string,
  dueAt: string,
  calendar: WorkingCalendar,
): readonly { readonly rung: Rung; readonly at: string }[] => {
  let earliest = startedAt;
  return ladder.rungs.map((rung) => {
    const planned = instantOf(rung, startedAt, dueAt, calendar);
    if (planned > earliest) earliest = planned;
    return { rung, at: earliest };
  });
};

const instantOf = ({ offset }: Rung, startedAt: string, dueAt: string, calendar: WorkingCalendar): string => {
  if (offset.kind === 'working-days') return shiftWorkingDays(calendar, dueAt, offset.days);
  const total = workingMinutesBetween(calendar, startedAt, dueAt);
  return total === 0 ? dueAt : addWorkingMinutes(calendar, startedAt, total * offset.share);
};
