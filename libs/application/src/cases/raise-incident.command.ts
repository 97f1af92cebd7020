import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';

/** The retry policy of an effect has given up: a person must retry, skip or answer by hand. */
export class RaiseIncidentCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly effectId: string,
    /** Why, where the effect itself has no word of the other system. */
    readonly message: string,
    /** Tries, where they have not been noted on the effect one by one. */
    readonly attempts?: number,
  ) {
    super();
  }
}
