import {
  type WorkingCalendar,
  addWorkingMinutes,
  shiftWorkingDays,
  workingMinutesBetween,
} from '@lianban/calendar';
import type { LadderContent, Rung } from '@lianban/contracts';

export type { Addressee, LadderUse, Rung, RungAct, RungCondition } from '@lianban/contracts';

export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}

/** An escalation ladder (逐级预警) as data, in one of its published versions. */
export interface Ladder extends Readonly<LadderContent> {
  readonly code: string;
  readonly version: number;
  /** Clocks that start from then on climb it; absent: always. */
  readonly effectiveFrom?: string;
}

/**
 * When each rung falls due, in the order of the ladder. However short the clock, a later rung never comes before an
 * earlier one, and none before the clock started.
 */
export const rungInstants = (
  ladder: Pick<Ladder, 'rungs'>,
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

const MINUTE_MS = 60_000;

const instantOf = ({ offset }: Rung, startedAt: string, dueAt: string, calendar: WorkingCalendar): string => {
  switch (offset.kind) {
    case 'breach':
      return dueAt;
    case 'working-days':
      return shiftWorkingDays(calendar, dueAt, offset.days);
    case 'elapsed': {
      const minutes = offset.unit === 'hour' ? offset.amount * 60 : offset.amount;
      const from = offset.from === 'start' ? startedAt : dueAt;
      return new Date(Date.parse(from) + minutes * MINUTE_MS).toISOString();
    }
    case 'share':
    case 'share-left': {
      const share = offset.kind === 'share' ? offset.share : 1 - offset.share;
      const total = workingMinutesBetween(calendar, startedAt, dueAt);
      return total === 0 ? dueAt : addWorkingMinutes(calendar, startedAt, total * share);
    }
  }
};
