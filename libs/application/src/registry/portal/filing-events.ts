import { eventType, type CloudEvent, type InstitutionRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { v7 as uuidv7 } from 'uuid';
import { chinaTime } from '../registered-event.js';
import { wholeNumber, type CheckedFiling } from './filing-form.js';

function envelope(
  short: string,
  institution: InstitutionRow,
  filingId: string,
  actor: Actor,
  at: Date,
): Omit<CloudEvent, 'data'> & Pick<CloudEvent, 'specversion' | 'id' | 'source' | 'type'> {
  return {
    specversion: '1.0',
    id: uuidv7(),
    source: `/zhoushan/${institution.district}/institution`,
    type: eventType(short),
    subject: `filing/${filingId}`,
    time: chinaTime(at),
    datacontenttype: 'application/json',
    jurisdiction: institution.district,
    dept: 'institution',
    actor: actor.id,
    classification: 'internal',
    ...(actor.correlationId === undefined ? {} : { traceid: actor.correlationId }),
  };
}

const classKinds = { infant: 'infantClasses', toddler: 'toddlerClasses', nursery: 'nurseryClasses' } as const;

export function filingSubmitted(
  institution: InstitutionRow,
  filingId: string,
  filing: CheckedFiling,
  actor: Actor,
  at: Date,
): CloudEvent {
  const { fields, materials } = filing;
  const classes = Object.entries(classKinds)
    .map(([kind, key]) => ({ kind, count: wholeNumber(fields, key, 0) }))
    .filter(({ count }) => count > 0);
  return {
    ...envelope('filing.submitted', institution, filingId, actor, at),
    data: {
      filingId,
      institutionId: institution.id,
      jurisdiction: institution.district,
      nameZh: institution.name,
      legalRepresentative: institution.legalRepresentative,
      materials,
      places: wholeNumber(fields, 'places', 1),
      classes,
      mealsProvided: fields['mealsProvided'] === true,
      newBuildingOrChangeOfUse: fields['newBuildingOrChangeOfUse'] === true,
      submittedAt: chinaTime(at),
    },
  };
}

export function filingSupplemented(
  institution: InstitutionRow,
  filingId: string,
  filing: CheckedFiling,
  actor: Actor,
  at: Date,
): CloudEvent {
  const { note } = filing.fields;
  return {
    ...envelope('filing.supplemented', institution, filingId, actor, at),
    data: {
      filingId,
      institutionId: institution.id,
      materials: filing.materials,
      ...(typeof note === 'string' && note !== '' ? { note: note.slice(0, 4000) } : {}),
      suppliedAt: chinaTime(at),
    },
  };
}
