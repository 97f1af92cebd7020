import { randomUUID } from 'node:crypto';
import { type CloudEvent, eventType, type IntakeReceipt } from '@lianban/contracts';
import { Webhook } from 'standardwebhooks';
import { Caller } from './caller.js';
import { Difference } from './difference.js';
import type { Site } from './site.js';

/** What another department's system does: a CloudEvent with a Standard Webhooks signature, through the intake door. */
export async function sendEvent(
  site: Site,
  source: string,
  type: string,
  subject: string,
  data: CloudEvent['data'],
): Promise<void> {
  const event: CloudEvent = {
    specversion: '1.0',
    id: randomUUID(),
    source,
    type: eventType(type),
    subject,
    datacontenttype: 'application/json',
    data,
  };
  const body = JSON.stringify(event);
  // Signature windows are real time, whatever business time it is.
  const signedAt = new Date();
  const answer = await Caller.machine(site).call<IntakeReceipt>('POST', '/api/events', {
    body,
    headers: {
      'content-type': 'application/cloudevents+json',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1_000)),
      'webhook-signature': new Webhook(await site.secretOf(source)).sign(event.id, signedAt, body),
    },
  });
  if (answer.status !== 202) throw new Difference(`${source}: the event ${type} was refused: ${answer.text}`);
}
