import { Command } from '@nestjs/cqrs';
import type { IntakeReceipt } from '@lianban/contracts';
import type { WebhookHeaders } from './webhook-signature.js';

/** One delivery at the machine door, as it came over the wire. */
export class AcceptEventCommand extends Command<IntakeReceipt> {
  constructor(
    readonly bytes: Buffer,
    readonly tooLarge: boolean,
    readonly headers: WebhookHeaders,
    readonly address: string,
    readonly correlationId: string,
  ) {
    super();
  }
}
