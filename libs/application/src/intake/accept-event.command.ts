import { Command } from '@nestjs/cqrs';
import type { IntakeReceipt } from '@lianban/contracts';
import type { WebhookHeaders } from './webhook-signature.js';

/** Why the edge did not take the bytes; the door says and records it. */
export type DeliveryFault = 'too-large' | 'unsupported-media-type';

/** One delivery at the machine door, as it came over the wire. */
export class AcceptEventCommand extends Command<IntakeReceipt> {
  constructor(
    readonly bytes: Buffer,
    readonly fault: DeliveryFault | undefined,
    readonly headers: WebhookHeaders,
    readonly address: string,
    readonly correlationId: string,
  ) {
    super();
  }
}
