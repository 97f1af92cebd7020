import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import { Command } from '@nestjs/cqrs';

/** A person decides what becomes of a failed step. */
export class ResolveIncidentCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly incidentId: string,
    readonly resolution: 'retry' | 'skip' | 'answer',
    readonly note: string,
    readonly idempotencyKey: string,
    /** The answer the other system would have given. */
    readonly data?: JsonObject,
  ) {
    super();
  }
}
