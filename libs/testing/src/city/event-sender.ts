import { createHmac, randomUUID } from 'node:crypto';
import { type CloudEvent, type IntakeReceipt, type Problem, eventType } from '@lianban/contracts';
import { type Answer, Person } from './person.js';

export interface Delivery {
  /** In place of the event as JSON, for instance half of it. */
  readonly body?: string;
  readonly secret?: string;
  /** When it was signed. */
  readonly at?: Date;
  /** Over the ones it would be sent with; an empty one is left out. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Another department's system that sends signed CloudEvents (Standard Webhooks, computed here on its own). */
export class EventSender {
  private readonly door: Person;

  constructor(
    url: string,
    readonly source: string,
    private readonly secret: string,
  ) {
    this.door = Person.visitor(url);
  }

  event(short: string, data: CloudEvent['data'], more: Partial<CloudEvent> = {}): CloudEvent {
    return {
      specversion: '1.0',
      id: randomUUID(),
      source: this.source,
      type: eventType(short),
      datacontenttype: 'application/json',
      data,
      ...more,
    };
  }

  send(event: CloudEvent, delivery: Delivery = {}): Promise<Answer<IntakeReceipt & Problem>> {
    const { body = JSON.stringify(event), secret = this.secret, at = new Date(), headers = {} } = delivery;
    const stamp = String(Math.floor(at.getTime() / 1000));
    const all = {
      'content-type': 'application/cloudevents+json',
      'webhook-id': event.id,
      'webhook-timestamp': stamp,
      'webhook-signature': signature(secret, event.id, stamp, body),
      ...headers,
    };
    const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    return this.door.send('POST', '/api/events', { body, headers: kept });
  }
}

/** `v1,` and the HMAC-SHA256 of `id.timestamp.body` under the bytes behind `whsec_`, as the specification says. */
const signature = (secret: string, id: string, stamp: string, body: string): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${stamp}.${body}`).digest('base64')}`;
};
