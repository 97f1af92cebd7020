import { Command } from '@nestjs/cqrs';
import type { PreparedFiling } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';

/** A nursery class whose filing is complete: its seven lanes stand open afterwards. Real commands, demo people. */
export class PrepareFilingCommand extends Command<PreparedFiling> {
  constructor(
    readonly actor: Actor,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
