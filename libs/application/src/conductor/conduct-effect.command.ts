import { Command } from '@nestjs/cqrs';

/** Tells the conductor of a case that an effect waits for it. */
export class ConductEffectCommand extends Command<void> {
  constructor(
    readonly caseId: string,
    readonly effectId: string,
  ) {
    super();
  }
}
