import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';

/** The retry policy of an effect has given up: a person must retry, skip or answer by hand. */
export class RaiseIncidentCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly effectId: string,
    readonly message: string,
    readonly attempts: number,
  ) {
    super();
  }
}
