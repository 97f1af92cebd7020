import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';

/** Personal data of sealed entries go for good: names, addresses, grounds, what was before and after. */
export class ErasePersonalDataCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly entryIds: readonly string[],
    readonly ground: string,
  ) {
    super();
  }
}
