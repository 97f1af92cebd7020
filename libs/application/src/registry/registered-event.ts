import { eventType, type CloudEvent } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { v7 as uuidv7 } from 'uuid';
import type { NewInstitution } from './institutions.port.js';

/** `institution.registered` as it leaves by the outbox. */
export function institutionRegistered(institution: NewInstitution, actor: Actor, at: Date): CloudEvent {
  const { id, uscc, district, ...facts } = institution;
  return {
    specversion: '1.0',
    id: uuidv7(),
    source: `/zhoushan/${district}/${institution.registrationAuthority}`,
    type: eventType('institution.registered'),
    subject: `institution/${uscc}`,
    time: chinaTime(at),
    datacontenttype: 'application/json',
    jurisdiction: district,
    dept: institution.registrationAuthority,
    actor: actor.id,
    classification: 'public',
    ...(actor.correlationId === undefined ? {} : { traceid: actor.correlationId }),
    data: { institutionId: id, uscc, jurisdiction: district, ...facts },
  };
}

/** Events carry +08:00 (the convention of the pack): the office's own wall clock. */
export const chinaTime = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
