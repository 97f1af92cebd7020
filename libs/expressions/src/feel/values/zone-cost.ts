import { FeelDateTime } from './feel-date-time.js';
import { FeelTime } from './feel-time.js';
import type { FeelValue } from './feel-value.js';

/** Asking the IANA data base for an offset, in operations. */
const REGION = 150;

/** What it costs to find out how far a value is ahead of UTC. */
export const zoneCost = (value: FeelValue): number => {
  const time = value instanceof FeelDateTime ? value.time : value;
  return time instanceof FeelTime && time.zone?.kind === 'region' ? REGION : 0;
};
