import type { EmergencyView } from '@lianban/contracts';
import { type Actor, isInForce } from '@lianban/domain';
import type { FullDirectory } from '../routing/index.js';
import { namedPlaces, placesToName } from './emergency-places.js';
import type { EmergencyRecord } from './emergency-record.js';

export const emergencyView = (
  { districts, by, stops: _stops, lifts: _lifts, ...emergency }: EmergencyRecord,
  actor: Actor,
  directory: FullDirectory,
  now: string,
): EmergencyView => {
  const may = new Set(placesToName(actor, directory).map(({ code }) => code));
  const state = isInForce(emergency, now)
    ? 'in-force'
    : emergency.from > now && !isOver(emergency)
      ? 'planned'
      : 'over';
  return {
    ...emergency,
    state,
    places: namedPlaces(districts, directory),
    enteredBy: by,
    mayLift: state !== 'over' && districts.every((code) => may.has(code)),
  };
};

/** Lifted before it began. */
const isOver = ({ liftedAt }: Pick<EmergencyRecord, 'liftedAt'>): boolean => liftedAt !== undefined;
