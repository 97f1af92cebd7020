import { randomUUID } from 'node:crypto';
import { eventType, type CloudEvent } from '@lianban/contracts';
import { unavailable } from '@lianban/kernel';
import { Webhook } from 'standardwebhooks';
import { v7 as uuidv7 } from 'uuid';
import type { EventSource } from '../intake/event-sources.port.js';
import { chinaTime } from '../registry/registered-event.js';
import { inventInstitution, type InventedInstitution } from './invented-institution.js';

export interface SignedDelivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly event: CloudEvent;
  readonly institution: InventedInstitution;
}

/** What a registrar's own system would send: a signed CloudEvent about an invented institution. */
export function signedRegistration(
  source: EventSource,
  district: { readonly code: string; readonly name: string },
  now: Date,
  institution: InventedInstitution = inventInstitution(district.code, district.name, '91'),
): SignedDelivery {
  const event: CloudEvent = {
    specversion: '1.0',
    id: uuidv7(),
    source: source.source,
    type: eventType('institution.registered'),
    subject: `institution/${institution.uscc}`,
    time: chinaTime(now),
    datacontenttype: 'application/json',
    jurisdiction: district.code,
    dept: 'market-regulation',
    classification: 'public',
    data: {
      institutionId: randomUUID(),
      uscc: institution.uscc,
      nameZh: institution.name,
      registrationType: 'enterprise',
      registrationAuthority: 'market-regulation',
      businessScope: '3岁以下婴幼儿照护服务',
      address: institution.address,
      jurisdiction: district.code,
      legalRepresentative: institution.legalRepresentative,
      registeredAt: chinaTime(now),
      certificateNo: institution.certificateNo,
    },
  };
  return { ...signedDelivery(source, event), institution };
}

/** An event as its source would deliver it. */
export function signedDelivery(source: EventSource, event: CloudEvent): Omit<SignedDelivery, 'institution'> {
  const body = JSON.stringify(event);
  const [secret] = source.secrets;
  if (secret === undefined) throw unavailable('DEMO.NO_SOURCE', 'The source has no secret.');
  // A signature carries real time, whatever the business time is.
  const at = new Date();
  const headers = {
    'content-type': 'application/cloudevents+json',
    'webhook-id': event.id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(event.id, at, body),
  };
  return { body, headers, event };
}
