import { type WorkingCalendar, workingMinutesBetween } from '@lianban/calendar';
import type { CourtTrack, Text2 } from '@lianban/contracts';
import { emergencyStop } from '@lianban/domain';
import type { PublishedDefinition } from '../definitions/index.js';
import type { CourtRecord } from './case-reader.port.js';
import { GROUNDS, groundText } from './describe-clock.js';

/** 当前责任方 as it is shown: a track for each obligation, with the working time of each of its holders. */
export const courtTracks = (
  records: readonly CourtRecord[],
  { plan }: PublishedDefinition,
  calendar: WorkingCalendar,
  now: string,
): readonly CourtTrack[] => {
  const tracks = new Map<string, CourtRecord[]>();
  for (const record of records)
    tracks.set(record.obligation, [...(tracks.get(record.obligation) ?? []), record]);
  return [...tracks].map(([obligation, intervals]) => {
    const node = intervals[0]?.node ?? '';
    return {
      obligation,
      node,
      name: plan.nodes[node]?.name ?? { zh: node, en: node },
      intervals: intervals.map(({ holder, kind, from, to }) => ({
        holder: ofGround(holder),
        kind,
        from,
        ...(to === undefined ? {} : { to }),
        workingSeconds: Math.round(workingMinutesBetween(calendar, from, to ?? now) * 60),
      })),
    };
  });
};

/** Where a stop put the obligation into another's court, its ground says whose. */
const ofGround = (holder: Text2): Text2 =>
  holder.zh.startsWith(emergencyStop('')) ? groundText(holder.zh) : (GROUNDS[holder.zh] ?? holder);
